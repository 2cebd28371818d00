package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.ExactPoint;

/** Bounds as computed are not below the formulas that proofs are about, although each of their operations rounds to nearest. */
class RuleOfBoundsTest {
    private static BigInteger whole(double value) {
        return ExactComplex.whole(value, 0);
    }

    private static BigInteger times(BigInteger a, BigInteger b) {
        return a.multiply(b).shiftRight(ExactComplex.BITS);
    }

    /** Parts of one size, parts of which one hardly counts, and points on an axis, where the norm is the modulus itself. */
    @Property(cases = 2000)
    void theNormIsNotBelowTheModulusByMoreThanThreeRoundings(Draw draw) {
        double x = draw.real(0.5, 1.0);
        double y = draw.integer(0, 3) == 0 ? 0 : Math.scalb(draw.real(0.5, 1.0), -draw.integer(0, 60));
        double norm = Rounding.norm(-y, x);
        assertThat(norm).isEqualTo(Rounding.norm(x, y));
        BigInteger raised = whole(norm).add(whole(3 * Rounding.U * norm)).add(BigInteger.ONE);
        BigInteger square = times(whole(x), whole(x)).add(times(whole(y), whole(y)));
        assertThat(times(raised, raised)).isGreaterThanOrEqualTo(square);
        assertThat(norm).isLessThanOrEqualTo(1.119 * Math.hypot(x, y));
    }

    /** Without Z and d the bound of a step is E(2w + E) + 7u·N(δ̂)² + …, and its first term is the largest. */
    @Property(cases = 500)
    void theBoundOfAStepIsRoundedUp(Draw draw) {
        ComplexPair zero = new ComplexPair();
        DoubleOrbit orbit = new DoubleOrbit(
                Made.reference(zero, ExactComplex.ZERO),
                Made.noBlocks(false),
                Double.POSITIVE_INFINITY,
                Wide.ZERO,
                2,
                0);
        orbit.start(0, 0);
        orbit.x = draw.real(0.25, 1.0);
        orbit.error = draw.real(0x1p-12, 0x1p-8);
        BigInteger x = whole(orbit.x);
        BigInteger e = whole(orbit.error);
        BigInteger norm = times(x, x);
        BigInteger w = x.add(whole(3 * Rounding.U * orbit.x));
        BigInteger exact = times(e, w.shiftLeft(1).add(e)).add(times(whole(7 * Rounding.U), norm));
        orbit.run();
        assertThat(orbit.k).isEqualTo(2);
        assertThat(whole(orbit.error)).isGreaterThanOrEqualTo(exact);
    }

    @Property(cases = 500)
    void theBoundOfBeginningAnewIsRoundedUp(Draw draw) {
        ComplexPair z = new ComplexPair();
        z.set(draw.real(-1.0, 1.0), 0, 0, 0);
        DoubleOrbit orbit = new DoubleOrbit(
                Made.reference(z, ExactComplex.of(z.xh, 0)),
                Made.noBlocks(false),
                Double.POSITIVE_INFINITY,
                Wide.ZERO,
                2,
                Double.POSITIVE_INFINITY);
        orbit.start(0, 0);
        orbit.x = -z.xh * draw.real(0.6, 1.0);
        orbit.error = Math.scalb(draw.real(0.5, 1.0), -draw.integer(8, 60));
        BigInteger e = whole(orbit.error);
        if (orbit.run() == Outcome.LEFT) {
            assertThat(whole(orbit.error)).isGreaterThanOrEqualTo(e.add(whole(Rounding.U * Math.abs(orbit.x))));
        }
    }

    /** At the start nothing is known of δ but d, which lacks the residual. */
    @Property(cases = 500)
    void orbitsBeginWithTheResidual(Draw draw) {
        Wide residual = Wide.of(draw.real(1.0, 2.0), -draw.integer(1, 1_300));
        BigInteger least = ExactComplex.whole(residual.mantissa(), residual.exponent());
        Reference reference = Made.reference(new ComplexPair(), ExactComplex.ZERO);
        DoubleOrbit doubles =
                new DoubleOrbit(reference, Made.noBlocks(false), Double.POSITIVE_INFINITY, residual, 2, 0);
        doubles.start(0x1p-300, 0);
        assertThat(whole(doubles.error)).isGreaterThanOrEqualTo(least);
        boolean wide = draw.integer(0, 1) == 0;
        int unit = draw.integer(-1_250, wide ? -901 : 0);
        PairOrbit pairs = new PairOrbit(reference, Made.noBlocks(wide), Double.POSITIVE_INFINITY, residual, unit, 2);
        pairs.start(draw.real(-1.0, 1.0), draw.real(-1.0, 1.0));
        assertThat(ExactComplex.whole(pairs.error, pairs.scale)).isGreaterThanOrEqualTo(least);
    }

    /** Merged bounds, against the exact products and sums of those of the halves. */
    @Property(cases = 300)
    void theBoundsOfBlocksAreRoundedUpAndTheirRadiiDown(Draw draw) {
        int length = 6;
        double[][] orbit = new double[2][2 * length];
        double[][] margins = new double[2][length];
        for (int m = 1; m < length; m++) {
            orbit[0][2 * m] = draw.real(0.05, 0.9);
            orbit[0][2 * m + 1] = draw.real(0.05, 0.9);
            margins[0][m] = 4 - orbit[0][2 * m] * orbit[0][2 * m] - orbit[0][2 * m + 1] * orbit[0][2 * m + 1];
        }
        Reference reference = new Reference(
                ExactPoint.parse("0", "0"),
                0,
                length - 1,
                orbit,
                margins,
                new ExponentList(4).toExponents(),
                new ExponentList(2).toExponents());
        BlockMaker maker = new BlockMaker(reference, Wide.of(0x1p-60), false, 3);
        Block x = new Block();
        Block y = new Block();
        maker.single(1, x);
        maker.single(2, y);
        for (Block single : new Block[] {x, y}) {
            BigInteger squared = times(single.a.xh == 0 ? BigInteger.ZERO : whole(single.a.xh), whole(single.a.xh))
                    .add(times(whole(single.a.yh), whole(single.a.yh)));
            assertThat(times(whole(single.aUp), whole(single.aUp))).isGreaterThanOrEqualTo(squared);
            assertThat(times(whole(single.phi), whole(single.aUp))).isGreaterThanOrEqualTo(whole(1));
        }
        // Small enough to be what limits both, large enough for the reach to be seen.
        y.radius *= 0x1p-20;
        Block both = new Block();
        maker.merge(0, x, y, both);
        BigInteger grown = whole(1 + maker.epsilon(0));
        assertThat(whole(both.aUp)).isGreaterThanOrEqualTo(times(whole(x.aUp), whole(y.aUp)));
        assertThat(whole(both.bUp))
                .isGreaterThanOrEqualTo(times(whole(y.aUp), whole(x.bUp)).add(whole(y.bUp)));
        BigInteger second = times(times(times(whole(y.phi), whole(x.aUp)), grown), grown);
        assertThat(whole(both.phi)).isGreaterThanOrEqualTo(whole(x.phi).add(second));
        BigInteger reached =
                times(times(whole(both.radius), whole(x.aUp)).add(times(whole(x.bUp), whole(0x1p-60))), grown);
        assertThat(reached).isBetween(whole(y.radius * (1 - 0x1p-40)), whole(y.radius));
        assertThat(times(whole(both.beta), whole(x.aUp))).isGreaterThanOrEqualTo(whole(x.bUp));
    }
}
