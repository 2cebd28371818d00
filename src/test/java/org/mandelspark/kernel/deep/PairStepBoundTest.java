package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

/** Steps in pairs, in every unit, against exact arithmetic: whatever is allowed before a step, its error is within the bound after it. */
class PairStepBoundTest {
    private static final int DEEPEST = -1250;

    private static ExactComplex point(Draw draw, int exponent) {
        ExactComplex high = ExactComplex.of(draw.real(-1.0, 1.0), draw.real(-1.0, 1.0), exponent);
        return high.plus(ExactComplex.of(draw.real(-1.0, 1.0), draw.real(-1.0, 1.0), exponent - 53))
                .plus(ExactComplex.of(draw.real(-1.0, 1.0), draw.real(-1.0, 1.0), exponent - 106));
    }

    private static ExactComplex value(ComplexPair pair, int scale) {
        return ExactComplex.of(pair.xh, pair.yh, scale).plus(ExactComplex.of(pair.xl, pair.yl, scale));
    }

    /** The error of a step over its bound, at the worst; 0 if none was made. */
    private static double step(Draw draw, boolean wide) {
        int depth = wide ? DEEPEST : -380;
        int zExponent = draw.oneOf(() -> draw.integer(-40, 0), () -> draw.integer(depth, 0));
        ExactComplex z = point(draw, zExponent);
        int unit = draw.integer(wide ? DEEPEST : -700, wide ? -901 : 0);
        int deltaExponent = draw.oneOf(
                () -> draw.integer(Math.max(depth, unit - 20), 0), () -> Math.min(0, zExponent + draw.integer(-60, 3)));
        Wide residual = draw.oneOf(() -> Wide.ZERO, () -> Wide.of(1, unit - draw.integer(1, 200)));
        PairOrbit orbit = new PairOrbit(
                Made.reference(Made.pair(z), z), Made.noBlocks(wide), Double.POSITIVE_INFINITY, residual, unit, 2);
        orbit.start(draw.real(-1.0, 1.0), draw.real(-1.0, 1.0));
        ExactComplex d = value(orbit.delta, orbit.scale);
        boolean cancels = draw.integer(0, 3) == 0;
        ExactComplex aim = cancels
                ? ExactComplex.ZERO.minus(z).plus(point(draw, zExponent - draw.integer(1, 110)))
                : point(draw, deltaExponent);
        if (wide) {
            // As orbits keep it: mantissas near 1, but for offsets far below that of the pixel.
            int exponent = cancels ? zExponent : deltaExponent;
            orbit.scaleTo(exponent > -200 ? 0 : Math.max(exponent + draw.integer(-150, 150), unit - 500));
        }
        int scale = orbit.scale;
        ComplexPair pair = Made.pair(aim.shifted(-scale));
        orbit.delta.set(pair);
        ExactComplex delta = value(pair, scale);
        orbit.error = draw.oneOf(
                () -> 0.0,
                () -> Math.scalb(pair.norm(), -draw.integer(1, 150)),
                () -> Math.scalb(1.0, Math.min(-8 - scale, draw.integer(-1000, 0))));
        double error = orbit.error;
        orbit.run(PairOrbit.NEVER);
        if (orbit.k != 2) {
            return 0;
        }
        boolean anew = orbit.m == 1;
        ExactComplex most = new ExactComplex(ExactComplex.whole(orbit.error, orbit.scale), ExactComplex.ZERO.y());
        return Made.worstStep(
                value(orbit.delta, orbit.scale),
                anew ? ExactComplex.ZERO : z,
                anew ? delta.plus(z) : delta,
                d,
                ExactComplex.whole(error, scale),
                ExactComplex.whole(residual.mantissa(), residual.exponent()),
                most.x());
    }

    @Property(cases = 2_000)
    void aStepErrsWithinItsBoundAtAnyDepth(Draw draw) {
        assertThat(step(draw, true)).isLessThanOrEqualTo(1);
    }

    @Property(cases = 2_000)
    void aStepErrsWithinItsBoundInTheRangeOfDoubles(Draw draw) {
        assertThat(step(draw, false)).isLessThanOrEqualTo(1);
    }

    @Test
    void theBoundHoldsWhereSquaresUnderflow() {
        PairOrbit orbit = new PairOrbit(
                Made.reference(new ComplexPair(), ExactComplex.ZERO),
                Made.noBlocks(false),
                Double.POSITIVE_INFINITY,
                Wide.ZERO,
                0,
                2);
        orbit.start(0, 0);
        double x = 0x1p-538;
        double error = 0x1p-520;
        orbit.delta.set(x, 0, 0, 0);
        orbit.error = error;
        orbit.run(PairOrbit.NEVER);
        double ratio = Made.worstStep(
                value(orbit.delta, 0),
                ExactComplex.ZERO,
                ExactComplex.of(x, 0),
                ExactComplex.ZERO,
                ExactComplex.whole(error, 0),
                ExactComplex.ZERO.x(),
                ExactComplex.whole(orbit.error, 0));
        assertThat(ratio).isBetween(0.9, 1.0);
    }
}
