package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.ExactPoint;

/**
 * Blocks as they are made: the contract of a step, and of two blocks of which nothing is known but their contracts, at the worst
 * that these allow. Numbers are made up so that each term is the largest in some of the cases, whatever it comes to in real
 * tables.
 */
class BlockMakerTest {
    private static final int LEVELS = 26;

    /** A reference of length 3 whose elements 1 and 2 are these. */
    private static Reference reference(ExactComplex... elements) {
        double[][] orbit = new double[2][8];
        double[][] margins = new double[2][4];
        ExponentList tiny = new ExponentList(4);
        ExponentList thin = new ExponentList(2);
        for (int m = 1; m <= elements.length; m++) {
            ExactComplex z = elements[m - 1];
            ComplexPair pair = Made.pair(z);
            orbit[0][2 * m] = pair.xh;
            orbit[0][2 * m + 1] = pair.yh;
            orbit[1][2 * m] = pair.xl;
            orbit[1][2 * m + 1] = pair.yl;
            if (Math.max(Math.abs(pair.xh), Math.abs(pair.yh)) < Reference.TINY) {
                tiny.add(m, -ExactComplex.BITS, z.x(), z.y());
            }
            BigInteger margin = ExactComplex.whole(4, 0).subtract(z.norm().shiftRight(ExactComplex.BITS));
            FixedPoint.split(margin, -ExactComplex.BITS, margins[0], margins[1], m);
            if (Math.abs(margins[0][m]) < Reference.TINY_MARGIN) {
                thin.add(m, -ExactComplex.BITS, margin);
            }
        }
        return new Reference(ExactPoint.parse("0", "0"), 0, 3, orbit, margins, tiny.toExponents(), thin.toExponents());
    }

    @Property(cases = 800)
    void aStepKeepsItsContract(Draw draw) {
        boolean wide = draw.integer(0, 1) == 0;
        int depth = wide ? 1_100 : 40;
        int exponent = draw.oneOf(() -> -draw.integer(0, 40), () -> -draw.integer(0, depth));
        ExactComplex z = ExactComplex.of(draw.real(-1.0, 1.0), draw.real(-1.0, 1.0), exponent)
                .plus(ExactComplex.of(draw.real(-1.0, 1.0), draw.real(-1.0, 1.0), exponent - 60))
                .plus(ExactComplex.of(draw.real(-1.0, 1.0), draw.real(-1.0, 1.0), exponent - 107));
        int gap = -draw.integer(1, wide ? 1_200 : 200);
        ExactComplex next = EscapeTestTest.near(draw, ExactComplex.of(draw.real(-2.0, 2.0), draw.real(-2.0, 2.0)), gap);
        Wide reach = Wide.of(draw.real(0.5, 1.0), draw.oneOf(() -> gap - 2, () -> gap - draw.integer(0, 100)));
        BlockMaker maker = new BlockMaker(reference(z, next), reach, wide, LEVELS);
        Block block = new Block();
        maker.single(1, block);
        if (block.isDead()) {
            return;
        }
        BigInteger radius = whole(block.radiusBound());
        BigInteger a = whole(block.aBound());
        BigInteger grown = ExactComplex.whole(1, 0).add(ExactComplex.whole(maker.epsilon(0), 0));
        BigInteger two = ExactComplex.whole(2, 0);
        assertThat(z.twice().modulus().add(radius)).isLessThanOrEqualTo(times(grown, a));
        BigInteger room = two.subtract(times(times(grown, a), radius)).subtract(whole(reach));
        assertThat(room).isPositive();
        assertThat(next.norm()).isLessThanOrEqualTo(room.multiply(room));
        assertThat(times(a, whole(block.phiBound()))).isGreaterThanOrEqualTo(ExactComplex.whole(1, 0));
        assertThat(z.twice().minus(pair(block.a, block.aUnit)).modulus())
                .isLessThanOrEqualTo(times(ExactComplex.whole(maker.kappa(0), 0), a));
    }

    private static Block block(Draw draw, boolean wide) {
        int range = wide ? 300 : 30;
        Block block = new Block();
        int aExponent = draw.integer(-range, range);
        int bExponent = Math.max(aExponent, 0) + draw.integer(1, 20);
        Wide a = Made.coefficient(draw, block.a, aExponent);
        Wide b = Made.coefficient(draw, block.b, bExponent);
        Wide beta = Wide.of(1, bExponent - aExponent - draw.integer(0, 30));
        Wide phi = Wide.of(1, draw.integer(-range, wide ? 1_000 : range));
        Wide radius = Wide.of(1, -Math.max(aExponent, 0) - draw.integer(2, wide ? 1_300 : 40));
        Made.setBounds(block, wide, a, b, phi, beta, radius);
        return block;
    }

    private static BigInteger whole(Wide bound) {
        return ExactComplex.whole(bound.mantissa(), bound.exponent());
    }

    private static BigInteger times(BigInteger a, BigInteger b) {
        return a.multiply(b).shiftRight(ExactComplex.BITS);
    }

    private static ExactComplex pair(ComplexPair z, int unit) {
        return ExactComplex.of(z.xh, z.yh, unit).plus(ExactComplex.of(z.xl, z.yl, unit));
    }

    /** The first bound of a contract at |δ|, without 1 + ε. */
    private static BigInteger linear(Block block, BigInteger delta, BigInteger d) {
        return times(whole(block.aBound()), delta).add(times(whole(block.bBound()), d));
    }

    /** The third bound of a contract at |δ|. */
    private static BigInteger remainder(
            Block block, double kappa, BigInteger delta, BigInteger d, BigInteger reach, BigInteger rho) {
        BigInteger far = delta.add(times(whole(block.betaBound()), reach));
        return times(times(times(whole(block.aBound()), whole(block.phiBound())), far), far)
                .add(times(ExactComplex.whole(kappa, 0), linear(block, delta, d)))
                .add(times(whole(block.bBound()), rho));
    }

    @Property(cases = 4_000)
    void twoContractsMakeTheThird(Draw draw) {
        boolean wide = draw.integer(0, 1) == 0;
        Wide reach = Wide.of(1, -draw.integer(wide ? 950 : 2, wide ? 1300 : 200));
        int level = draw.integer(0, LEVELS - 2);
        BlockMaker maker = new BlockMaker(Made.reference(new ComplexPair(), ExactComplex.ZERO), reach, wide, LEVELS);
        Block x = block(draw, wide);
        Block y = block(draw, wide);
        Block both = new Block();
        maker.merge(level, x, y, both);
        if (both.isDead()) {
            return;
        }
        BigInteger grown = ExactComplex.whole(1, 0).add(ExactComplex.whole(maker.epsilon(level), 0));
        BigInteger most = whole(both.radiusBound());
        BigInteger reached = whole(reach);
        // What the first block makes of the largest offset is one for the second.
        assertThat(most).isLessThanOrEqualTo(whole(x.radiusBound()));
        assertThat(times(grown, linear(x, most, reached))).isLessThanOrEqualTo(whole(y.radiusBound()));

        int offset = both.radiusBound().exponent() - draw.integer(1, 200);
        int smaller = draw.integer(1, 60);
        ExactComplex delta = ExactComplex.of(draw.real(-0.7, 0.7), draw.real(-0.7, 0.7), offset);
        ExactComplex d = ExactComplex.of(draw.real(-0.7, 0.7), draw.real(-0.7, 0.7), reach.exponent() - smaller);
        BigInteger rho = draw.oneOf(
                () -> BigInteger.ZERO, () -> ExactComplex.whole(1, reach.exponent() - 1 - draw.integer(1, 100)));
        BigInteger size = delta.modulus();
        BigInteger dPlus = d.modulus().add(rho);
        BigInteger between = times(grown, linear(x, size, dPlus));
        assertThat(times(grown, linear(y, between, dPlus)))
                .isLessThanOrEqualTo(times(
                        ExactComplex.whole(1, 0).add(ExactComplex.whole(maker.epsilon(level + 1), 0)),
                        linear(both, size, dPlus)));

        ExactComplex ya = pair(y.a, y.aUnit);
        ExactComplex rounding = ya.times(pair(x.a, x.aUnit))
                .minus(pair(both.a, both.aUnit))
                .times(delta)
                .plus(ya.times(pair(x.b, x.bUnit))
                        .plus(pair(y.b, y.bUnit))
                        .minus(pair(both.b, both.bUnit))
                        .times(d));
        BigInteger first = remainder(x, maker.kappa(level), size, dPlus, reached, rho);
        BigInteger worst = times(ya.modulus(), first)
                .add(remainder(y, maker.kappa(level), between, dPlus, reached, rho))
                .add(rounding.modulus());
        assertThat(worst).isLessThanOrEqualTo(remainder(both, maker.kappa(level + 1), size, dPlus, reached, rho));
    }
}
