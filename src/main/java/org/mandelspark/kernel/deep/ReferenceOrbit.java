package org.mandelspark.kernel.deep;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.mandelspark.grid.DeepGrid;
import org.mandelspark.grid.ExactGrid;
import org.mandelspark.grid.ExactPoint;
import org.mandelspark.grid.Spacing;

/** Computes a {@link Reference}: Ẑₘ₊₁ = Ẑₘ² + C − rₘ by the steps of {@link FixedComplex}. */
public final class ReferenceOrbit {
    /** Bits beyond the spacing: residuals of 2⁻¹²⁸ of a pixel are below the roundings of pairs. */
    private static final int EXTRA_BITS = 128;

    /** Bits for pictures of doubles: twice those of a double, and as many as residuals of pairs ask for. */
    private static final int SHALLOW_BITS = EXTRA_BITS + 2 * Double.SIZE;

    private static final int FIRST_CAPACITY = 1 << 12;

    /**
     * A longer reference would not fit in arrays; orbits that reach its end begin anew at m = 0, as they may anywhere.
     */
    private static final int MOST_ELEMENTS = 1 << 29;

    /** 4 − |Ẑ|² of less ends a reference. */
    private static final double OUTSIDE = -0.1;

    /** How often the listener hears of progress. */
    private static final int REPORTED = 1 << 12;

    private final BigInteger re;
    private final BigInteger im;
    private final int digits;
    private final int bits;
    private final int maxIter;

    private double[][] orbit = new double[2][2 * FIRST_CAPACITY];
    private double[][] margins = new double[2][FIRST_CAPACITY];
    private final ExponentList tiny = new ExponentList(4);
    private final ExponentList thin = new ExponentList(2);

    private ReferenceOrbit(ExactPoint point, int bits, int maxIter) {
        digits = Digits.forBits(bits);
        this.bits = digits * Digits.BITS;
        re = FixedPoint.nearest(point.re(), this.bits);
        im = FixedPoint.nearest(point.im(), this.bits);
        this.maxIter = maxIter;
    }

    /**
     * Bits after the binary point that suit a picture: more cost time, fewer leave pixels undecided, none makes one
     * wrong.
     */
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
     * @param bits at least 0; rounded up to whole digits
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
        int length = (int) Math.min(maxIter + 1L, MOST_ELEMENTS);
        store(0, BigInteger.ZERO, BigInteger.ZERO);
        store(1, re, im);
        int m = 1;
        // A point that is far away has no digits.
        if (margins[0][1] >= OUTSIDE) {
            FixedComplex z = new FixedComplex(digits, re, im);
            while (m < length && margins[0][m] >= OUTSIDE) {
                z.step();
                m++;
                store(m, z);
                if (m % REPORTED == 0) {
                    progress.accept(m);
                }
            }
        }
        int count = m + 1;
        double[][] orbits = {Arrays.copyOf(orbit[0], 2 * count), Arrays.copyOf(orbit[1], 2 * count)};
        double[][] rests = {Arrays.copyOf(margins[0], count), Arrays.copyOf(margins[1], count)};
        return new Reference(point, bits, m, orbits, rests, tiny.toExponents(), thin.toExponents());
    }

    private void store(int m, BigInteger x, BigInteger y) {
        FixedPoint.split(x, -bits, orbit[0], orbit[1], 2 * m);
        FixedPoint.split(y, -bits, orbit[0], orbit[1], 2 * m + 1);
        BigInteger margin = BigInteger.valueOf(4)
                .shiftLeft(2 * bits)
                .subtract(x.multiply(x))
                .subtract(y.multiply(y));
        FixedPoint.split(margin, -2 * bits, margins[0], margins[1], m);
        if (isTiny(m)) {
            tiny.add(m, -bits, x, y);
        }
        if (isThin(m)) {
            thin.add(m, -2 * bits, margin);
        }
    }

    private void store(int m, FixedComplex z) {
        if (m == margins[0].length) {
            for (int word = 0; word < 2; word++) {
                orbit[word] = Arrays.copyOf(orbit[word], 4 * m);
                margins[word] = Arrays.copyOf(margins[word], 2 * m);
            }
        }
        z.split(orbit[0], orbit[1], 2 * m);
        z.splitMargin(margins[0], margins[1], m);
        if (isTiny(m)) {
            tiny.add(m, -bits, z.exactRe(), z.exactIm());
        }
        if (isThin(m)) {
            thin.add(m, -2 * bits, z.exactMargin());
        }
    }

    private boolean isTiny(int m) {
        return Math.max(Math.abs(orbit[0][2 * m]), Math.abs(orbit[0][2 * m + 1])) < Reference.TINY;
    }

    private boolean isThin(int m) {
        return Math.abs(margins[0][m]) < Reference.TINY_MARGIN;
    }
}
