package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class FixedComplexTest {
    /** Rounding of a part in 2⁻¹⁰ of its last place: half of it, and what columns left out may come to. */
    private static final BigInteger MOST = BigInteger.valueOf(513);

    private static final int MORE = 10;

    /** Digits that are at an end of their range, or 0, come as often as others: sums of columns are then largest. */
    @Property(cases = 2000)
    void stepsErrByHalfOfTheLastPlace(Draw draw) {
        int n = draw.integer(1, 9);
        FixedComplex z = new FixedComplex(n, part(draw, n), part(draw, n));
        BigInteger re = z.exactRe();
        BigInteger im = z.exactIm();
        BigInteger x = re;
        BigInteger y = im;
        int bits = n * Digits.BITS;
        for (int k = 0; k < 3; k++) {
            BigInteger real = x.multiply(x).subtract(y.multiply(y)).add(re.shiftLeft(bits));
            BigInteger imaginary = x.multiply(y).shiftLeft(1).add(im.shiftLeft(bits));
            z.step();
            x = z.exactRe();
            y = z.exactIm();
            assertThat(distance(x, real, bits)).isLessThanOrEqualTo(MOST);
            assertThat(distance(y, imaginary, bits)).isLessThanOrEqualTo(MOST);
            assertThat(z.re()).isCloseTo(part(x, bits), roundings(part(x, bits)));
            assertThat(z.im()).isCloseTo(part(y, bits), roundings(part(y, bits)));
        }
    }

    /** A product of −1 has the largest lower half there is: more than a thousand of them have to be carried on the way. */
    @Property(cases = 2)
    void manyDigits(Draw draw) {
        int n = draw.integer(2080, 2090);
        BigInteger re = digits(n, draw.integer(1, 3));
        BigInteger im = digits(n, -1);
        FixedComplex z = new FixedComplex(n, re, im);
        z.step();
        int bits = n * Digits.BITS;
        BigInteger real = re.multiply(re).subtract(im.multiply(im)).add(re.shiftLeft(bits));
        BigInteger imaginary = re.multiply(im).shiftLeft(1).add(im.shiftLeft(bits));
        assertThat(distance(z.exactRe(), real, bits)).isLessThanOrEqualTo(MOST);
        assertThat(distance(z.exactIm(), imaginary, bits)).isLessThanOrEqualTo(MOST);
    }

    private static BigInteger digits(int n, long each) {
        long[] digits = new long[n + 1];
        Arrays.fill(digits, 0, n, each);
        return Digits.exact(digits);
    }

    @Property(cases = 100)
    void integersStayExact(Draw draw) {
        int n = draw.integer(1, 4);
        int bits = n * Digits.BITS;
        long a = draw.integer(-1000, 1000);
        long b = draw.integer(-1000, 1000);
        FixedComplex z = new FixedComplex(
                n, BigInteger.valueOf(a).shiftLeft(bits), BigInteger.valueOf(b).shiftLeft(bits));
        z.step();
        assertThat(z.exactRe()).isEqualTo(BigInteger.valueOf(a * a - b * b + a).shiftLeft(bits));
        assertThat(z.exactIm()).isEqualTo(BigInteger.valueOf(2 * a * b + b).shiftLeft(bits));
    }

    /** Leading digits of 0 and of 1 or −1, which those behind them nearly cancel, are as frequent as others. */
    @Property(cases = 3000)
    void twoDoublesAreNearestToDigitsAndToTheirRest(Draw draw) {
        int n = draw.integer(1, 8);
        long[] digits = Digits.of(part(draw, n), n);
        int zeros = draw.integer(0, n);
        for (int i = n; i > n - zeros; i--) {
            digits[i] = 0;
        }
        if (draw.pick(true, false)) {
            digits[n - zeros] = draw.pick(1L, -1L);
        }
        double[] high = new double[2];
        double[] low = new double[2];
        Digits.split(digits, -Digits.BITS * n, high, low, 1);
        BigInteger exact = Digits.exact(digits).shiftLeft(ExactComplex.BITS - Digits.BITS * n);
        checkSplit(exact, high[1], low[1]);
    }

    /** |z| close to 2 leaves little of 4 − |z|²; few digits leave nothing to cut off. */
    @Property(cases = 3000)
    void marginsOfTwoDoublesAreThoseOfAllDigits(Draw draw) {
        int n = draw.integer(1, 8);
        int bits = Digits.BITS * n;
        BigInteger one = BigInteger.ONE.shiftLeft(bits);
        int near = draw.integer(0, bits);
        BigInteger re =
                draw.pick(true, false) ? part(draw, n) : one.shiftLeft(1).subtract(BigInteger.ONE.shiftLeft(near));
        BigInteger im = draw.pick(true, false) ? part(draw, n) : BigInteger.valueOf(draw.integer(-9, 9));
        FixedComplex z = new FixedComplex(n, re, im);
        double[] high = new double[1];
        double[] low = new double[1];
        z.splitMargin(high, low, 0);
        checkSplit(z.exactMargin().shiftLeft(ExactComplex.BITS - 2 * bits), high[0], low[0]);
    }

    private static void checkSplit(BigInteger exact, double high, double low) {
        BigInteger rest = exact.subtract(ExactComplex.whole(high, 0));
        BigInteger rest2 = rest.subtract(ExactComplex.whole(low, 0));
        assertThat(rest.abs().shiftLeft(53)).isLessThanOrEqualTo(exact.abs());
        BigInteger thousandth = BigInteger.valueOf(1000);
        assertThat(rest2.abs().shiftLeft(106).multiply(thousandth))
                .isLessThanOrEqualTo(exact.abs().multiply(thousandth.add(BigInteger.ONE)));
    }

    private static Offset<Double> roundings(double part) {
        return within(0x1p-50 * Math.max(1, Math.abs(part)));
    }

    private static double part(BigInteger part, int bits) {
        return Math.scalb(part.shiftLeft(60).shiftRight(bits).doubleValue(), -60);
    }

    private static BigInteger distance(BigInteger part, BigInteger twice, int bits) {
        return part.shiftLeft(bits).subtract(twice).abs().shiftRight(bits - MORE);
    }

    private static BigInteger part(Draw draw, int n) {
        long half = 1L << (Digits.BITS - 1);
        BigInteger sum = BigInteger.valueOf(draw.integer(-1, 1));
        for (int i = 0; i < n; i++) {
            long digit = draw.pick(-half, half - 1, 0L, 1 - half, draw.integer(-half, half - 1));
            sum = sum.shiftLeft(Digits.BITS).add(BigInteger.valueOf(digit));
        }
        return sum;
    }
}
