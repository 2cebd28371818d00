package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

/** Tests of |z| ≤ 2 near the circle: what is decided is true for every point within the error, and little is left open. */
class EscapeTestTest {

    /** Checks an outcome against the nearest and the farthest point within the error. */
    private static void check(ExactComplex point, BigInteger error, Outcome outcome) {
        BigInteger two = ExactComplex.whole(2, 0);
        if (outcome == Outcome.ESCAPED) {
            assertThat(point.norm()).isGreaterThan(two.add(error).pow(2));
        } else if (outcome == Outcome.CAPPED) {
            assertThat(point.norm()).isLessThanOrEqualTo(two.subtract(error).pow(2));
        }
    }

    /** A point whose modulus differs from 2 by about 2^exponent, on the ray of z. */
    static ExactComplex near(Draw draw, ExactComplex z, int exponent) {
        double angle = Math.atan2(Made.pair(z).yh, Made.pair(z).xh);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        BigInteger square = ExactComplex.of(cos, sin).norm().shiftRight(ExactComplex.BITS);
        // (1 + e)/2 from |(cos, sin)|² = 1 + e: division by the modulus, to second order in 2⁻⁵³.
        BigInteger one = ExactComplex.whole(1, 0);
        BigInteger scale = one.shiftLeft(1)
                .multiply(one)
                .divide(square.shiftLeft(ExactComplex.BITS).sqrt());
        ExactComplex onCircle = ExactComplex.of(cos, sin).times(new ExactComplex(scale, BigInteger.ZERO));
        return onCircle.plus(onCircle.times(ExactComplex.of(draw.real(-1.0, 1.0), 0, exponent)));
    }

    @Property(cases = 1500)
    void doublesDecideOnlyWhatIsTrue(Draw draw) {
        ExactComplex z = ExactComplex.of(draw.real(-2.0, 2.0), draw.real(-2.0, 2.0));
        ExactComplex point = near(draw, z, -draw.integer(1, 80));
        ComplexPair delta = Made.pair(point.minus(z));
        double error = draw.oneOf(() -> Rounding.TAU, () -> Math.scalb(1.0, -draw.integer(4, 80)));
        DoubleOrbit orbit = new DoubleOrbit(
                Made.reference(Made.pair(z), z), Made.noBlocks(false), Double.POSITIVE_INFINITY, Wide.ZERO, 1, 0);
        orbit.start(0, 0);
        orbit.x = delta.xh;
        orbit.y = delta.yh;
        orbit.error = error;
        check(z.plus(ExactComplex.of(delta.xh, delta.yh)), ExactComplex.whole(error, 0), orbit.run());
    }

    @Property(cases = 1500)
    void pairsDecideOnlyWhatIsTrue(Draw draw) {
        boolean wide = draw.integer(0, 1) == 0;
        int depth = wide ? -draw.integer(10, 1200) : -draw.integer(1, 300);
        // An element near the circle, and a point as far from it as the circle is.
        ExactComplex z = near(draw, ExactComplex.of(draw.real(-2.0, 2.0), draw.real(-2.0, 2.0)), depth);
        ExactComplex point = near(draw, z, depth + draw.integer(-100, 5));
        PairOrbit orbit = new PairOrbit(
                Made.reference(Made.pair(z), z), Made.noBlocks(wide), Double.POSITIVE_INFINITY, Wide.ZERO, -1250, 1);
        orbit.start(0, 0);
        int scale = wide && depth < -200 ? depth : 0;
        orbit.scaleTo(scale);
        ComplexPair delta = Made.pair(point.minus(z).shifted(-scale));
        orbit.delta.set(delta);
        orbit.error = draw.oneOf(() -> 0.0, () -> Math.scalb(delta.norm(), -draw.integer(1, 120)));
        double error = orbit.error;
        ExactComplex known =
                z.plus(ExactComplex.of(delta.xh, delta.yh, scale)).plus(ExactComplex.of(delta.xl, delta.yl, scale));
        check(known, ExactComplex.whole(error, scale), orbit.run(PairOrbit.NEVER));
    }

    /** At the needle's tip doubles of Z + δ̂ are 2, and the margin decides. */
    @Test
    void theMarginDecidesWhereDoublesOfThePointDoNot() {
        for (int sign : new int[] {1, -1}) {
            ExactComplex z = ExactComplex.of(-2, 0).plus(ExactComplex.of(0x1p-300, 0));
            DoubleOrbit orbit = new DoubleOrbit(
                    Made.reference(Made.pair(z), z), Made.noBlocks(false), Double.POSITIVE_INFINITY, Wide.ZERO, 1, 0);
            orbit.start(0, 0);
            orbit.x = sign * 0x1p-299;
            orbit.error = 0x1p-340;
            assertThat(orbit.run()).isEqualTo(sign > 0 ? Outcome.CAPPED : Outcome.ESCAPED);
        }
    }

    /** 1.8 + 0.21 is beyond the circle, though 2 · 1.8 · 0.21 is less than 4 − 1.8². */
    @Test
    void theSquareOfTheErrorCounts() {
        ExactComplex z = ExactComplex.of(1.8, 0);
        DoubleOrbit orbit = new DoubleOrbit(
                Made.reference(Made.pair(z), z), Made.noBlocks(false), Double.POSITIVE_INFINITY, Wide.ZERO, 1, 0);
        orbit.start(0, 0);
        orbit.error = 0.21;
        assertThat(orbit.run()).isEqualTo(Outcome.UNDECIDED);
        PairOrbit pairs = new PairOrbit(
                Made.reference(Made.pair(z), z), Made.noBlocks(false), Double.POSITIVE_INFINITY, Wide.ZERO, 0, 1);
        pairs.start(0, 0);
        pairs.error = 0.21;
        assertThat(pairs.run(PairOrbit.NEVER)).isEqualTo(Outcome.UNDECIDED);
    }

    /** Errors above all bounds leave a test open. */
    @Test
    void infiniteErrorsDecideNothing() {
        ExactComplex z = ExactComplex.of(0.5, 0.5);
        for (double error : new double[] {4, 1e300, Double.POSITIVE_INFINITY, Double.NaN}) {
            DoubleOrbit orbit = new DoubleOrbit(
                    Made.reference(Made.pair(z), z), Made.noBlocks(false), Double.POSITIVE_INFINITY, Wide.ZERO, 1, 0);
            orbit.start(0, 0);
            orbit.error = error;
            assertThat(orbit.run()).isEqualTo(Outcome.UNDECIDED);
            PairOrbit pairs = new PairOrbit(
                    Made.reference(Made.pair(z), z), Made.noBlocks(false), Double.POSITIVE_INFINITY, Wide.ZERO, 0, 1);
            pairs.start(0, 0);
            pairs.error = error;
            assertThat(pairs.run(PairOrbit.NEVER)).isEqualTo(Outcome.UNDECIDED);
        }
    }
}
