/**
 * Escape-time kernels (naive, array, simd) with the lookup that chooses one the running JVM can use, and the kernels of the
 * Gauss map and of the matrix product. Pure computation, without Spark and without I/O but for one warning to the log. May
 * import grid.
 *
 * <h2>Calls</h2>
 *
 * <pre>
 * Kernels ─┬─ NaiveKernel ── EscapeLoop          the definition: one point, one loop
 *          ├─ ArrayKernel                        passes over blocks of points
 *          └─ WarmingKernel ─┬─ NaiveKernel      until the JVM has compiled vectors
 *                            └─ SimdKernel       found by VectorLookup, by name
 *
 * SimdKernel ─┬─ InsideColumns                   columns of a row with |z₀| ≤ 2; all others count 0
 *             ├─ SimdFirstSteps                  first steps of a row, tested at each
 *             ├─ EscapeLoop                      points with |c| near 2 or above, step by step
 *             └─ SimdWave ─┬─ SimdPoints         c and z of the points under way
 *                          ├─ Levels             lengths of levels, spans of attempts
 *                          ├─ SimdDiscs          proofs that points never escape
 *                          └─ SimdSteps ─┬─ SimdQuadraticSteps       Mandelbrot, Julia, Tricorn
 *                                        └─ SimdStoredSteps ─┬─ SimdPowerSteps   multibrot
 *                                                            └─ SimdShipSteps    Burning Ship
 *
 * FractionKernels ─┬─ NaiveFractions ── Orbit    what counts round off, once they are known
 *                  └─ SimdFractions              both by the arithmetic of SmoothCount
 *
 * GaussKernels, MatrixKernels                    the same three kinds, without warming
 * </pre>
 *
 * <h2>Words</h2>
 *
 * <ul>
 * <li>A <em>group</em> is four vectors of points that advance together; its size is {@code SimdShape.GROUP}.
 * <li>A <em>block</em> is 16 steps of a group with a single test, at the end.
 * <li>A <em>wave</em> is up to 4096 points of many rows that have all made the same number of steps.
 * <li>A <em>level</em> is a stretch of steps of a wave. After it, points that are done leave and the others move together.
 * <li>A <em>span</em> is the L of {@code SimdDiscs}: an attempt at a proof follows an orbit for 2L steps.
 * </ul>
 *
 * <h2>Who owns z</h2>
 *
 * <p>{@code SimdFirstSteps} starts from the columns and holds z of the survivors of one group. {@code SimdKernel} copies each
 * of them into {@code SimdPoints}, which owns z from there on; for formulas that are not quadratic it puts the points there
 * before their first step. After a group that survived as a whole, the next one goes there at once as well: {@code SimdKernel}
 * has {@code SimdSteps} make its first steps there, and takes it back if a point escapes. {@code SimdSteps} and {@code
 * SimdDiscs} advance z in place, a group at a time; if a point escapes within a block or an attempt, z stays as it was, and
 * the steps are made again. When the wave is full, or the rows are over, {@code SimdWave} takes its points through levels
 * until none is left.
 *
 * <h2>Who counts</h2>
 *
 * <p>{@code SimdFirstSteps} writes the counts of points that escape in the first steps. {@code SimdKernel} writes those of
 * columns outside, of points by the closed form or with |c| near 2 or above, and of short runs, which need no wave. Every
 * other count is written by {@code SimdPoints.finish}, which {@code SimdWave} calls for points that escape, are proved,
 * repeat an earlier z or reach maxIter; the point then rests at z = c = 0. Steps are counted by whoever makes them. {@link
 * org.mandelspark.kernel.LoneSteps} foresees them for schedules, by the same levels, along an {@code Orbit}.
 *
 * <p>Measurements behind these shapes are in src/jmh/RESULTS.md.
 */
package org.mandelspark.kernel;
