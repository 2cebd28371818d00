package org.mandelspark.kernel.deep;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Counts by definition, in integers of as many bits as it takes; for comparison. It shares no code with kernels: a pixel is computed from the
 * decimals of its view, an iteration is (x + y)(x − y) and 2xy, rounded to nearest, with an error bound that is an integer as well.
 */
final class Oracle {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Oracle() {}

    /** The point re + i·im that lies so many halves of mantissa·2^exponent from it. */
    static int count(
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
        BigInteger four = BigInteger.ONE.shiftLeft(2 * bits + 2);
        BigInteger x = re;
        BigInteger y = im;
        BigInteger norm = x.multiply(x).add(y.multiply(y));
        BigInteger error = BigInteger.ONE;
        for (int n = 1; n < maxIter; n++) {
            BigInteger product = x.multiply(y).shiftLeft(1);
            x = x.add(y).multiply(x.subtract(y)).add(half).shiftRight(bits).add(re);
            y = product.add(half).shiftRight(bits).add(im);
            // Two roundings to nearest and that of c are less than 3 units together.
            error = spread(norm, error, bits).add(BigInteger.valueOf(3));
            norm = x.multiply(x).add(y.multiply(y));
            BigInteger doubt = spread(norm, error, bits).shiftLeft(bits);
            if (norm.subtract(doubt).compareTo(four) > 0) {
                return n;
            }
            if (norm.add(doubt).compareTo(four) > 0) {
                return -1;
            }
        }
        return maxIter;
    }

    /** 2|z|e + e², rounded up, in units of 2^−bits. */
    private static BigInteger spread(BigInteger norm, BigInteger error, int bits) {
        int cut = Math.max(0, norm.bitLength() - 60) & -2;
        long top = norm.shiftRight(cut).longValueExact() + 1;
        BigInteger modulus =
                BigInteger.valueOf((long) Math.sqrt((double) top) + 2).shiftLeft(cut / 2);
        return modulus.shiftLeft(1).add(error).multiply(error).shiftRight(bits).add(BigInteger.ONE);
    }
}
