/**
 * Counts of deep views, proved: every count is that of exact arithmetic, at any depth, by a bound of the error that is
 * carried beside the orbit. Pure computation, without Spark and without I/O. May import grid.
 *
 * <h2>How</h2>
 *
 * <p>One orbit, the <em>reference</em>, is computed in integers; pixels follow it by their small distance δ from it, in
 * doubles (perturbation: K. I. Martin 2013), begin anew at its start when they come nearer to zero than to it, and skip
 * stretches by tables of linear maps (rebasing and bilinear approximation: Zhuoran 2021). What is new here is E ≥ |δ̂ −
 * δ|: each step, each block of skipped steps and each new beginning states how E grows, by lemmas that stand, with
 * their proofs, at the class that uses them. A test |z| ≤ 2 is decided only if it comes out the same for every point
 * within E. What is left undecided goes to the next {@link org.mandelspark.kernel.deep.Tier}. The last one always
 * decides.
 *
 * <pre>
 * grid: DeepGrid ── ExactPoint, Spacing       pixels as exact numbers
 *
 * ReferenceOrbit ── Reference                 once a picture, or for several; may be sent anywhere
 *      FixedPoint, FixedComplex ── Digits, ExponentList
 * Offsets                                     pixels from the reference, as doubles
 * BlockTable ── BlockTableBuilder ── BlockMaker, Block        once a JVM
 *
 * DeepKernel ─┬─ DoubleOrbit                  tiers 1 and 2
 *             ├─ PairOrbit                    tier 3, and what is beyond the range of doubles in the others
 *             │      PairPlace, PairBlocks, ComplexPair
 *             └─ BallOrbit ── Ball ── FixedComplex            tier 4
 *
 * Rounding, Wide                              bounds are rounded up
 * </pre>
 *
 * <h2>Words</h2>
 *
 * <ul>
 * <li>ζₖ is the exact orbit of a pixel, ζ₀ = 0 and ζ₁ = c; Ẑₘ the exact reference, Z its double, L the rest of it; δ =
 * ζₖ − Ẑₘ, δ̂ what is known of it. k counts the tests of a pixel, m is the index in the reference; |ζₖ| > 2 is the
 * count k − 1.
 * <li>u = 2⁻⁵³; τ = 2⁻¹⁰⁶⁰ stands for all underflows; ρ bounds what a step of the reference rounds off.
 * <li>A <em>pair</em> is an unevaluated sum of two doubles.
 * <li>A picture is <em>wide</em> if its offsets are below 2⁻⁹⁰⁰: numbers then carry exponents of their own.
 * </ul>
 *
 * <h2>What is proved of blocks</h2>
 *
 * <p>Coefficients of blocks are pairs. With coefficients in doubles the rounding of a block of ℓ steps is 7u·ℓ of its
 * result, as much as that of the steps; with pairs it is u, whatever the length. So blocks are not only faster than
 * steps but also rounder: with them fewer pixels stay undecided than without.
 *
 * <h2>Integers</h2>
 *
 * <p>References and balls are squared in digits of 52 bits, both parts at once and without the columns that rounding
 * would cut off anyway. Beside BigInteger that took 0.4 to 0.5 of the time of a step at 208 and 364 bits, 0.6 at 1,040,
 * 0.7 to 0.9 at 3,536 and as much at 17,680; but most of the time of a reference was in splitting integers into pairs
 * of doubles, which digits nearly are: a reference of 300 bits now takes 1 µs an iteration in a JVM that has just
 * started, and took 6. A native library would have to make that fall by half again to be worth its installation.
 *
 * <h2>Shapes of the loop</h2>
 *
 * <p>One pixel after the other, with its numbers in locals, won. Two, four or eight orbits side by side, a step of each
 * by turns, should hide latencies, and took 1.1, 1.2 and 1.4 times as long on e113 and 1.3, 1.8 and 1.8 times on flake
 * as the same code for one orbit, which itself took 1.1 to 1.3 times as long as the loop with locals (256 × 256, one
 * core of a shared machine, Java 17, the quieter of two runs). Probably processors predict the branches of an orbit
 * from those of its neighbour, which chose steps and blocks likewise, and cannot where orbits take turns.
 *
 * <p>Lanes of a vector with masks and gathers, each with its own index, block and pixel, took 2.2 times as long as the
 * loop for one orbit on e50, 2.3 to 2.5 on e113 and 2.5 to 3.9 on flake (128 × 128, both without proof, AVX-512, Java
 * 25): a step gathers two doubles of the reference, one a level of the table, and four or eight of a block, and lanes
 * that step wait for those that skip. Eight neighbours at one index, which need no gathers, would share 5% of the steps
 * of e50, 11% of e113, 23% of flake and 41% of mitosis: the first time an orbit begins anew its neighbours are
 * elsewhere.
 */
package org.mandelspark.kernel.deep;
