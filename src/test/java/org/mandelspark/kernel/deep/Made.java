package org.mandelspark.kernel.deep;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.mandelspark.Draw;
import org.mandelspark.grid.ExactPoint;

/** References whose element 1 a test has made up, between zeros, and errors against exact arithmetic. */
final class Made {
    private Made() {}

    /** A reference of length 3 with this element, in high and low doubles, as element 1. */
    static Reference reference(ComplexPair z, ExactComplex exact) {
        ExactComplex norm = exact.times(new ExactComplex(exact.x(), exact.y().negate()));
        double[][] margins = new double[2][4];
        BigInteger margin = ExactComplex.of(4, 0).minus(norm).x();
        FixedPoint.split(margin, -ExactComplex.BITS, margins[0], margins[1], 1);
        ExponentList thin = new ExponentList(2);
        if (Math.abs(margins[0][1]) < Reference.TINY_MARGIN) {
            thin.add(1, -ExactComplex.BITS, margin);
        }
        double[][] orbit = {{0, 0, z.xh, z.yh, 0, 0, 0, 0}, {0, 0, z.xl, z.yl, 0, 0, 0, 0}};
        ExponentList tiny = new ExponentList(4);
        if (Math.max(Math.abs(z.xh), Math.abs(z.yh)) < Reference.TINY) {
            tiny.add(1, -ExactComplex.BITS, exact.x(), exact.y());
        }
        tiny.add(2, 0, BigInteger.ZERO, BigInteger.ZERO);
        tiny.add(3, 0, BigInteger.ZERO, BigInteger.ZERO);
        ExactPoint origin = new ExactPoint(BigDecimal.ZERO, BigDecimal.ZERO);
        return new Reference(origin, 0, 3, orbit, margins, tiny.toExponents(), thin.toExponents());
    }

    /** The doubles of an exact number: nearest ones, and those of the rest. */
    static ComplexPair pair(ExactComplex exact) {
        double[] high = new double[2];
        double[] low = new double[2];
        FixedPoint.split(exact.x(), -ExactComplex.BITS, high, low, 0);
        FixedPoint.split(exact.y(), -ExactComplex.BITS, high, low, 1);
        ComplexPair pair = new ComplexPair();
        pair.set(high[0], low[0], high[1], low[1]);
        return pair;
    }

    /** Tables without blocks. */
    static BlockTable noBlocks(boolean wide) {
        return new BlockTable(0, wide, Wide.of(0x1p-300));
    }

    /** Draws a coefficient whose modulus is about 2^exponent into a pair, in the unit of its bound, which is returned. */
    static Wide coefficient(Draw draw, ComplexPair out, int exponent) {
        double x = draw.real(0.5, 1.0);
        double y = draw.real(-1.0, 1.0);
        out.set(x, low(draw, x), y, low(draw, y));
        Wide bound = Wide.of(StrictMath.hypot(x, y) * Rounding.UP, exponent);
        out.scale(exponent - bound.exponent());
        return bound;
    }

    /** Draws the lower part of a number whose upper part this is. */
    static double low(Draw draw, double high) {
        return 0.4999 * Math.ulp(high) * draw.real(-1.0, 1.0);
    }

    /** Sets the bounds of a block whose coefficients are in the units of theirs, with exponents or without. */
    static void setBounds(Block block, boolean wide, Wide a, Wide b, Wide phi, Wide beta, Wide radius) {
        block.setBounds(a, b, phi, beta, radius);
        if (!wide) {
            block.a.scale(block.aUnit);
            block.b.scale(block.bUnit);
            block.setPlain(plain(a), plain(b), plain(phi), plain(beta), plain(radius));
        }
    }

    private static double plain(Wide number) {
        return Math.scalb(number.mantissa(), number.exponent());
    }

    /**
     * The greatest error of a step, relative to its bound, over errors of modulus E before it in several directions, and residuals of
     * modulus ρ.
     *
     * @param computed δ̂′
     * @param bound E′
     */
    static double worstStep(
            ExactComplex computed,
            ExactComplex z,
            ExactComplex delta,
            ExactComplex d,
            BigInteger error,
            BigInteger residual,
            BigInteger bound) {
        double worst = 0;
        ExactComplex middle = z.plus(delta);
        int directions = error.signum() == 0 ? 0 : 8;
        for (int direction = 0; direction <= directions; direction++) {
            double angle = direction == directions ? angle(middle) : direction * Math.PI / 4;
            ExactComplex unit = ExactComplex.of(Math.cos(angle) * (1 - 0x1p-51), Math.sin(angle) * (1 - 0x1p-51));
            ExactComplex eta = unit.times(new ExactComplex(error, BigInteger.ZERO));
            ExactComplex exact =
                    z.twice().plus(delta).plus(eta).times(delta.plus(eta)).plus(d);
            worst = Math.max(worst, quotient(computed.minus(exact).modulus().add(residual), bound));
        }
        return worst;
    }

    private static double angle(ExactComplex z) {
        int cut = Math.max(0, Math.max(z.x().bitLength(), z.y().bitLength()) - 100);
        return Math.atan2(
                z.y().shiftRight(cut).doubleValue(), z.x().shiftRight(cut).doubleValue());
    }

    /** a/b, above 1 if and only if a > b. */
    static double quotient(BigInteger a, BigInteger b) {
        int cut = Math.max(0, Math.max(a.bitLength(), b.bitLength()) - 100);
        double quotient = a.shiftRight(cut).doubleValue() / b.shiftRight(cut).doubleValue();
        return a.compareTo(b) > 0 ? Math.max(Math.nextUp(1.0), quotient) : Math.min(1, quotient);
    }
}
