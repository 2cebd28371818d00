package org.mandelspark.kernel.deep;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.mandelspark.grid.DeepGrid;
import org.mandelspark.grid.ExactGrid;
import org.mandelspark.grid.ExactPoint;
import org.mandelspark.grid.Spacing;

/**
 * Computes a {@link Reference} in integers: Ẑₘ₊₁ = ⌊Ẑₘ²⌋ + C, where ⌊ ⌋ rounds both parts down to multiples of 2⁻ᵖ, so |rₘ| ≤ √2·2⁻ᵖ.
 * A step costs three squarings: 2xy = (x + y)² − x² − y² is exact before it is rounded.
 */
public final class ReferenceOrbit {
    /** Bits beyond the spacing: residuals of 2⁻¹²⁸ of a pixel are below the roundings of pairs. */
    private static final int EXTRA_BITS = 128;

    /** Bits for pictures of doubles: twice those of a double, and as many as residuals of pairs ask for. */
    private static final int SHALLOW_BITS = EXTRA_BITS + 2 * Double.SIZE;

    private static final int FIRST_CAPACITY = 1 << 12;

    /** A longer reference would not fit in arrays; orbits that reach its end begin anew at m = 0, as they may anywhere. */
    private static final int MOST_ELEMENTS = 1 << 29;

    /** How often the listener hears of progress. */
    private static final int REPORTED = 1 << 12;

    private final BigInteger re;
    private final BigInteger im;
    private final int bits;
    private final int maxIter;

    private double[][] orbit = new double[2][2 * FIRST_CAPACITY];
    private double[][] margins = new double[2][FIRST_CAPACITY];
    private final ExponentList tiny = new ExponentList(4);
    private final ExponentList thin = new ExponentList(2);

    private ReferenceOrbit(ExactPoint point, int bits, int maxIter) {
        this.re = FixedPoint.nearest(point.re(), bits);
        this.im = FixedPoint.nearest(point.im(), bits);
        this.bits = bits;
        this.maxIter = maxIter;
    }

    /** Bits after the binary point that suit a picture: more cost time, fewer leave pixels undecided, none makes one wrong. */
    public static int bitsFor(Spacing spacing) {
        return Math.max(2 * Double.SIZE, EXTRA_BITS - spacing.exponent() - Spacing.BITS);
    }

    /** Bits that suit any picture. Exact points of linspace are doubles, whose offsets are rounded. */
    public static int bitsFor(ExactGrid grid) {
        return grid instanceof DeepGrid deep ? bitsFor(deep.spacing()) : SHALLOW_BITS;
    }

    /**
     * Computes the reference of a point.
     *
     * @param bits at least 0
     * @param maxIter at least 1: iterations of the pixels that will be compared with it
     * @param progress hears from time to time which iteration is reached
     */
    public static Reference compute(ExactPoint point, int bits, int maxIter, IntConsumer progress) {
        if (bits < 0) {
            throw new IllegalArgumentException("a reference has at least 0 bits, not " + bits);
        }
        if (maxIter < 1) {
            throw new IllegalArgumentException("the maximum of iterations must be at least 1, not " + maxIter);
        }
        return new ReferenceOrbit(point, bits, maxIter).run(point, progress);
    }

    private Reference run(ExactPoint point, IntConsumer progress) {
        BigInteger four = BigInteger.valueOf(4).shiftLeft(2 * bits);
        BigInteger limit = BigInteger.valueOf(41).shiftLeft(2 * bits).divide(BigInteger.TEN);
        BigInteger x = BigInteger.ZERO;
        BigInteger y = BigInteger.ZERO;
        int length = (int) Math.min(maxIter + 1L, MOST_ELEMENTS);
        int m = 0;
        while (true) {
            BigInteger x2 = x.multiply(x);
            BigInteger y2 = y.multiply(y);
            BigInteger norm = x2.add(y2);
            store(m, x, y, four.subtract(norm));
            if (norm.compareTo(limit) > 0 || m == length) {
                break;
            }
            BigInteger sum = x.add(y);
            y = sum.multiply(sum).subtract(norm).shiftRight(bits).add(im);
            x = x2.subtract(y2).shiftRight(bits).add(re);
            m++;
            if (m % REPORTED == 0) {
                progress.accept(m);
            }
        }
        int count = m + 1;
        double[][] orbits = {Arrays.copyOf(orbit[0], 2 * count), Arrays.copyOf(orbit[1], 2 * count)};
        double[][] rests = {Arrays.copyOf(margins[0], count), Arrays.copyOf(margins[1], count)};
        return new Reference(point, bits, m, orbits, rests, tiny.toExponents(), thin.toExponents());
    }

    private void store(int m, BigInteger x, BigInteger y, BigInteger margin) {
        if (m == margins[0].length) {
            for (int word = 0; word < 2; word++) {
                orbit[word] = Arrays.copyOf(orbit[word], 4 * m);
                margins[word] = Arrays.copyOf(margins[word], 2 * m);
            }
        }
        FixedPoint.split(x, -bits, orbit[0], orbit[1], 2 * m);
        FixedPoint.split(y, -bits, orbit[0], orbit[1], 2 * m + 1);
        FixedPoint.split(margin, -2 * bits, margins[0], margins[1], m);
        if (Math.max(Math.abs(orbit[0][2 * m]), Math.abs(orbit[0][2 * m + 1])) < Reference.TINY) {
            tiny.add(m, -bits, x, y);
        }
        if (Math.abs(margins[0][m]) < Reference.TINY_MARGIN) {
            thin.add(m, -2 * bits, margin);
        }
    }
}
