package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.ExactPoint;

/**
 * The use of a block of which nothing is known but its contract: the bound holds for the worst that the contract allows. Numbers
 * are made up so that each term of the bound is the largest in some of the cases, whatever it comes to in real tables.
 */
class BlockUseTest {
    private static final int LEVEL = BlockTable.FIRST_LEVEL;
    private static final int STEPS = 1 << LEVEL;

    /** A block and what is known where it is used. */
    private static final class Use {
        final Draw draw;
        final boolean wide;
        final Block block = new Block();
        final int unit;
        final double dx;
        final double dy;
        final Wide reach;
        final Wide residual;
        final BlockTable table;

        /** Exponents: an offset of less may use the block; offset and error before that. */
        private final int most;

        int size;

        Use(Draw draw, boolean wide, double mostKappa) {
            this.draw = draw;
            this.wide = wide;
            int range = wide ? 300 : 30;
            int aExponent = draw.integer(-range, range);
            int bExponent = Math.max(aExponent, 0) + draw.integer(1, 20);
            int reachExponent = -draw.integer(bExponent + (wide ? 950 : 2), wide ? 1300 : 200);
            reach = Wide.of(1, reachExponent);
            unit = reachExponent - 1;
            int smaller = draw.integer(0, 40);
            dx = Math.scalb(draw.real(-1.0, 1.0), -smaller);
            dy = Math.scalb(draw.real(-1.0, 1.0), -smaller);
            residual = draw.oneOf(() -> Wide.ZERO, () -> Wide.of(1, reachExponent - draw.integer(2, 150)));
            Wide a = Made.coefficient(draw, block.a, aExponent);
            Wide b = Made.coefficient(draw, block.b, bExponent);
            Wide beta = Wide.of(1, bExponent - aExponent - draw.integer(0, 30));
            Wide phi = Wide.of(1, draw.integer(-20, wide ? 1000 : 60));
            Wide radius = Wide.of(1, -Math.max(aExponent, 0) - 2);
            Made.setBounds(block, wide, a, b, phi, beta, radius);
            table = new BlockTable(LEVEL + 1, wide, reach);
            table.allocate(LEVEL, 1);
            table.store(LEVEL, 0, block);
            table.kappa[LEVEL] = draw.oneOf(() -> 0.0, () -> Math.scalb(mostKappa, -draw.integer(0, 70)));
            double plain = table.radii[LEVEL][0];
            int exponent = plain > 0 ? Math.getExponent(plain) : BlockTable.NONE;
            most = wide ? table.exponents[LEVEL][4] : exponent;
        }

        /** False if the block is of no use for any offset. */
        boolean isPossible() {
            size = Math.min(most - 3, wide ? -210 : 0) - draw.integer(0, 120);
            return most > BlockTable.NONE && size > unit - 300;
        }

        /** A part of δ̂ over 2^size. */
        double part() {
            return draw.real(-1.0, 1.0);
        }

        int errorExponent() {
            return size - draw.integer(1, 120);
        }

        /** Elements that are all 0. */
        Reference reference() {
            int length = 2 * STEPS;
            double[][] orbit = new double[2][2 * length + 2];
            double[][] margins = new double[2][length + 1];
            ExponentList tiny = new ExponentList(4);
            for (int m = 1; m <= length; m++) {
                margins[0][m] = 4;
                tiny.add(m, 0, BigInteger.ZERO, BigInteger.ZERO);
            }
            return new Reference(
                    new ExactPoint(BigDecimal.ZERO, BigDecimal.ZERO),
                    0,
                    length,
                    orbit,
                    margins,
                    tiny.toExponents(),
                    new ExponentList(2).toExponents());
        }

        /** Requires the bound for an exact δ that is within E in several directions, and the worst that the contract allows. */
        void check(ExactComplex offset, BigInteger error, ExactComplex computed, BigInteger bound) {
            ExactComplex d = ExactComplex.of(dx, dy, unit);
            BigInteger a = whole(block.aBound());
            BigInteger b = whole(block.bBound());
            BigInteger rho = whole(residual);
            BigInteger kappa = ExactComplex.whole(table.kappa[LEVEL], 0);
            int directions = error.signum() == 0 ? 1 : 8;
            for (int direction = 0; direction < directions; direction++) {
                double angle = direction * Math.PI / 4;
                ExactComplex unitCircle =
                        ExactComplex.of(Math.cos(angle) * (1 - 0x1p-51), Math.sin(angle) * (1 - 0x1p-51));
                ExactComplex delta = offset.plus(unitCircle.times(new ExactComplex(error, BigInteger.ZERO)));
                ExactComplex linear = pair(block.a, block.aUnit)
                        .times(delta)
                        .plus(pair(block.b, block.bUnit).times(d));
                BigInteger far = delta.modulus().add(times(whole(block.betaBound()), whole(reach)));
                BigInteger first =
                        times(a, delta.modulus()).add(times(b, d.modulus().add(rho)));
                BigInteger remainder = times(times(times(a, whole(block.phiBound())), far), far)
                        .add(times(kappa, first))
                        .add(times(b, rho));
                assertThat(computed.minus(linear).modulus().add(remainder)).isLessThanOrEqualTo(bound);
            }
        }
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

    @Property(cases = 2_000)
    void doublesAllowForAllThatTheContractDoes(Draw draw) {
        Use use = new Use(draw, false, 0x1p-45);
        if (!use.isPossible()) {
            return;
        }
        DoubleOrbit orbit =
                new DoubleOrbit(use.reference(), use.table, Double.POSITIVE_INFINITY, use.residual, 1 + STEPS, 0);
        orbit.start(Math.scalb(use.dx, use.unit), Math.scalb(use.dy, use.unit));
        orbit.x = Math.scalb(use.part(), use.size);
        orbit.y = Math.scalb(use.part(), use.size);
        orbit.error = draw.oneOf(() -> 0.0, () -> Math.scalb(1.0, use.errorExponent()));
        ExactComplex offset = ExactComplex.of(orbit.x, orbit.y);
        BigInteger error = ExactComplex.whole(orbit.error, 0);
        assertThat(orbit.run()).isEqualTo(Outcome.CAPPED);
        assertThat(orbit.steps).isOne();
        use.check(offset, error, ExactComplex.of(orbit.x, orbit.y), ExactComplex.whole(orbit.error, 0));
    }

    @Property(cases = 2_000)
    void pairsAllowForAllThatTheContractDoes(Draw draw) {
        pairs(draw, false);
    }

    @Property(cases = 2_000)
    void pairsAllowForAllThatTheContractDoesAtAnyDepth(Draw draw) {
        pairs(draw, true);
    }

    private static void pairs(Draw draw, boolean wide) {
        Use use = new Use(draw, wide, Rounding.U);
        if (!use.isPossible()) {
            return;
        }
        PairOrbit orbit =
                new PairOrbit(use.reference(), use.table, Double.POSITIVE_INFINITY, use.residual, use.unit, 1 + STEPS);
        orbit.start(use.dx, use.dy);
        orbit.scaleTo(wide ? use.size : 0);
        double x = use.part();
        double y = use.part();
        orbit.delta.set(x, Made.low(draw, x), y, Made.low(draw, y));
        orbit.delta.scale(use.size - orbit.scale);
        orbit.error = draw.oneOf(() -> 0.0, () -> Math.scalb(1.0, use.errorExponent() - orbit.scale));
        ExactComplex offset = pair(orbit.delta, orbit.scale);
        BigInteger error = ExactComplex.whole(orbit.error, orbit.scale);
        assertThat(orbit.run(PairOrbit.NEVER)).isEqualTo(Outcome.CAPPED);
        assertThat(orbit.steps()).isOne();
        use.check(offset, error, pair(orbit.delta, orbit.scale), ExactComplex.whole(orbit.error, orbit.scale));
    }
}
