package org.mandelspark.kernel.deep;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Counts by definition, in integers of as many bits as it takes; for comparison. It shares no code with kernels: a pixel is computed from the
 * decimals of its view, an iteration is (x + y)(x − y) and 2xy, rounded to nearest, with an error bound that is an integer as well.
 */
public final class Oracle {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private static final BigInteger FOUR = BigInteger.valueOf(4);

    /** Bits that moduli are computed from: sums of two squares fit in a long. */
    private static final int SEEN = 28;

    private Oracle() {}

    /** The point re + i·im that lies so many halves of mantissa·2^exponent from it. */
    public static int count(
            String re,
            String im,
            long mantissa,
            int exponent,
            int halvesRight,
            int halvesUp,
            int maxIter,
            int firstBits) {
        BigDecimal x = coordinate(re, mantissa, exponent, halvesRight);
        BigDecimal y = coordinate(im, mantissa, exponent, halvesUp);
        if (x.multiply(x).add(y.multiply(y)).compareTo(BigDecimal.valueOf(4)) > 0) {
            return 0;
        }
        int bits = firstBits;
        int count = -1;
        while (count < 0) {
            count = count(fixed(x, bits), fixed(y, bits), maxIter, bits);
            bits *= 2;
        }
        return count;
    }

    private static BigDecimal coordinate(String centre, long mantissa, int exponent, int halves) {
        BigDecimal offset = BigDecimal.valueOf(mantissa).multiply(BigDecimal.valueOf(halves));
        BigDecimal power = exponent <= 0 ? BigDecimal.ONE.divide(TWO.pow(1 - exponent)) : TWO.pow(exponent - 1);
        return new BigDecimal(centre).add(offset.multiply(power));
    }

    private static BigInteger fixed(BigDecimal value, int bits) {
        return value.multiply(TWO.pow(bits)).setScale(0, RoundingMode.HALF_EVEN).toBigIntegerExact();
    }

    /** The count of a point with |c| ≤ 2 known to one unit of 2^−bits, or −1 if these bits do not tell. */
    private static int count(BigInteger re, BigInteger im, int maxIter, int bits) {
        BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
        BigInteger x = re;
        BigInteger y = im;
        BigInteger error = BigInteger.ONE;
        for (int n = 1; n < maxIter; n++) {
            // 2|z|e + e² and two roundings to nearest and that of c, less than 3 units together; each shift loses less
            // than one.
            int shift = Math.max(0, Math.max(x.bitLength(), y.bitLength()) - SEEN);
            BigInteger grown = error.multiply(BigInteger.valueOf(2 * modulus(x, y, shift)));
            error = grown.shiftLeft(shift)
                    .add(error.multiply(error))
                    .shiftRight(bits)
                    .add(FOUR);
            BigInteger product = x.multiply(y).shiftLeft(1);
            x = x.add(y).multiply(x.subtract(y)).add(half).shiftRight(bits).add(re);
            y = product.add(half).shiftRight(bits).add(im);
            int cut = bits - SEEN + 2;
            if (modulus(x, y, cut) + error.shiftRight(cut).longValue() + 1 >= 1L << (SEEN - 1)) {
                int sign = compareWithTwo(x, y, error, bits);
                if (sign != 0) {
                    return sign > 0 ? n : -1;
                }
            }
        }
        return maxIter;
    }

    /** 1 if every point within the error has a modulus above 2, 0 if none has, −1 if some have. */
    private static int compareWithTwo(BigInteger x, BigInteger y, BigInteger error, int bits) {
        BigInteger two = BigInteger.ONE.shiftLeft(bits + 1);
        BigInteger norm = x.multiply(x).add(y.multiply(y));
        if (norm.compareTo(two.add(error).pow(2)) > 0) {
            return 1;
        }
        return error.compareTo(two) <= 0 && norm.compareTo(two.subtract(error).pow(2)) <= 0 ? 0 : -1;
    }

    /** Upper bound of |x + iy| in units of 2^cut, of which parts have at most 30 bits. */
    private static long modulus(BigInteger x, BigInteger y, int cut) {
        long a = Math.abs(x.shiftRight(cut).longValue()) + 1;
        long b = Math.abs(y.shiftRight(cut).longValue()) + 1;
        return (long) Math.sqrt((double) (a * a + b * b)) + 2;
    }
}
