package org.mandelspark.kernel;

import org.mandelspark.grid.Formula;

/**
 * The loops in which the time goes: steps of a group of points whose state lies in arrays.
 *
 * <p>There are two, for two kinds of orbit. {@link #untested} makes blocks of steps with one test at the end of each;
 * when a point turns out to have escaped, the block counts as not done. {@link #counted} tests at every step, with no
 * branch: the sign of {@code 4 − |z|²}, carried along by <em>or</em>, is added up.
 *
 * <p><b>Why one test for a block suffices.</b> A point that has escaped inside a block is seen at its end: if {@code
 * |z|² > 4} as computed, then {@code |z| ≥ 2 − 10⁻¹⁵}, and where {@code |c| ≤ 2 − 10⁻⁷} the next one is at least {@code
 * |z|^d − |c| − 10⁻¹³ > 2} for every degree d from 2 to 8 (a conjugate and absolute values of the parts leave the
 * modulus as it is; the roundings of a power are some ten of 10⁻¹⁶ relative), from where the modulus grows, at last to
 * infinity or NaN. These stay: a part that is not finite makes its square, and so every later real part, infinite or
 * NaN, and none of that is less than or equal to 4. Points with {@code |c| > 2 − 10⁻⁷} never get there: {@link
 * SimdKernel} counts them step by step.
 */
interface SimdSteps {
    /** Steps of a block. */
    int BLOCK = Levels.BLOCK;

    /** The least |c|² at which a point that has escaped might, as computed, come back. */
    double RIM = 3.9999995;

    /** Place of the sign of a double among its bits. */
    int SIGN = Long.SIZE - 1;

    /** The loops of a formula. */
    static SimdSteps of(Formula formula) {
        return switch (formula.family()) {
            case MANDELBROT, JULIA, TRICORN -> new SimdQuadraticSteps(SimdQuadraticSteps.twist(formula));
            case MULTIBROT -> new SimdPowerSteps(formula.degree());
            case BURNING_SHIP -> new SimdShipSteps();
        };
    }

    /**
     * Makes steps with a test after each, of a group whose points are all inside.
     *
     * @param points z, which advances, and c
     * @param at index of the group
     * @param limit number of steps
     * @param passed takes how many of the {@code limit} tests each point passed
     * @return true if every point passed all of them
     */
    boolean counted(SimdPoints points, int at, int limit, long[] passed);

    /**
     * Makes blocks of steps with a test after each block, of a group whose points are all inside, up to the first block in
     * which a point escapes.
     *
     * @param points z, which advances by whole blocks, and c
     * @param at index of the group
     * @param blocks how many
     * @return blocks carried out; if they are fewer than asked for, a point escapes in the next
     */
    int untested(SimdPoints points, int at, int blocks);
}
