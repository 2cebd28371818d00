/**
 * Escape-time kernels (naive, array, simd) and the lookup that chooses one the running JVM can use.
 * Pure computation, no Spark and no I/O but one warning to the log. May import grid.
 *
 * <h2>Which shape won where, and why</h2>
 *
 * Measured with src/jmh on one core of an AMD EPYC (Zen 3, AVX2, vectors of four doubles), JDK 25, in giga
 * pixel-iterations a second counted nominally; the naive loop does 0.30 on every view. A hand-written C kernel with the
 * same blocks and the same vectors (gcc 12, -O3) did 3.4 on the first view.
 *
 * <table>
 * <caption>Shapes of the vector kernel</caption>
 * <tr><th>shape</th><th>full view, 1000</th><th>seahorse</th><th>cheap, 50</th></tr>
 * <tr><td>2 vectors, test and masked count at every step</td><td>1.77</td><td>1.31</td><td>1.13</td></tr>
 * <tr><td>4 vectors, the same</td><td>1.25</td><td>0.70</td><td>1.20</td></tr>
 * <tr><td>waves; blocks of 8 untested steps, 2 vectors</td><td>2.28</td><td></td><td></td></tr>
 * <tr><td>waves; blocks of 8, 4 vectors</td><td>2.86</td><td>1.52</td><td>0.97</td></tr>
 * <tr><td>waves; blocks of 8, 6 vectors</td><td>2.02</td><td></td><td></td></tr>
 * <tr><td><b>waves; blocks of 16, 4 vectors</b> (kept)</td><td>2.95</td><td>1.57</td><td>1.07</td></tr>
 * <tr><td>the same, counted steps in 4 vectors instead of 2</td><td>2.90</td><td>1.43</td><td>1.04</td></tr>
 * </table>
 *
 * <ul>
 * <li>With a test at every step, counts and masks must stay in registers beside z and c: four vectors of them spill out
 *     of AVX2's sixteen. Without, z alone is carried, and c comes from memory for nothing.
 * <li>Four vectors of untested steps take about as long as one, because one waits for its own chain; six spill.
 * <li>Waves ({@link org.mandelspark.kernel.EscapeKernel simd}'s points of many rows, compacted between levels) keep steps
 *     at 1.3 times the iterations on seahorse, where groups that stay in their row need 1.5, and they let a proof
 *     serve a vector.
 * <li>The sign of 4 − |z|², carried by <em>or</em> and added up, counts without masks; on JDK 17 masks are slow.
 * <li>Where maxIter is small, no wave: all steps in the row, columns with |z₀| > 2 found by bisection, many groups a call.
 *     The cheap view went from 1.12 to 1.56 (JDK 17: 0.55 to 1.38). Asking whole groups first whether all or none are
 *     inside, and counting only where neither is so, did no better: four vectors with tests spill.
 * <li>Proofs (interior proved) cut the steps to 0.20 of the iterations on a full view at 1000, to 0.052 at 10⁴ and 0.023
 *     at 10⁵; on a minibrot at 10⁴ to 0.124. Against the same kernel without them that is 3.0 times the speed at 1000,
 *     13 at 10⁴, 39 at 10⁵ and 6.2 on the minibrot. Probing one group in 32 keeps what views without an interior
 *     lose at 1 to 2%; probing every group in levels of 32 steps saves 4% of a full view's steps and costs such views
 *     another 2 to 5%.
 * <li>Discs checked by signs, without maxima of doubles, were worth 4 to 9% of those speeds on JDK 25 and 10 to 20% on 17.
 * <li>On JDK 25 the loops allocate nothing; the few bytes a pixel that remain are a wave's arrays, made once a call. On
 *     JDK 17 the vectors that live from block to block are boxed, some 75 bytes a pixel, at 0.85 of the speed.
 * <li>Loading z anew for each block, to spare JDK 17 the boxes, cost 8% on both.
 * <li>With 512 bits, on one core of an AMD EPYC of family 26 (AVX-512, JDK 25), in one run with src/jmh/c (gcc 12, -O3): scaling
 *     7.2 against 7.5 in C, mojo 7.1 against 7.4, seahorse 3.2 against 3.2, cheap 3.4 against 3.2. Proofs make 17.3 and 18.0 of
 *     the first two, 2.4 and 2.5 times as much. There steps are 0.22 of the iterations and half of the time; attempts, whose
 *     chains wait for each other two vectors at a time, are a quarter. Counted steps in four vectors instead of two made
 *     levels 1.13 times as fast, but lost 13% of seahorse with 256 bits. Fewer square roots in attempts, proved points laid to
 *     rest by groups, and compaction by groups changed nothing that could be measured.
 * <li>An operation on vectors stands in the loop and not in a method: {@code SimdDiscs.carry} had grown to where C2 inlines no
 *     more (NodeCountInliningCutoff), and one such call made proofs a third as fast.
 * <li>Until C2 has compiled the loops, about a second after the first call, they are slower than the naive one.
 * <li>Other formulas, on a view of their whole sets at 1000 (naive; simd with nothing left out; with proofs): Tricorn
 *     0.30, 2.46, 5.7, Julia 0.31, 2.92, 8.5 in the loops of the Mandelbrot set; Burning Ship 0.30, 1.05, 1.34,
 *     multibrot of degree 3 0.18, 0.89, 1.39, of degree 8 0.13, 0.67, 1.23 in loops whose z returns to its array after
 *     each step.
 *     Absolute values in the fast loops would cost the Mandelbrot set an operation a step wherever vectors are as wide
 *     as the units that execute them.
 * </ul>
 */
package org.mandelspark.kernel;
