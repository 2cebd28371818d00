package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
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
        int bits = n * FixedComplex.DIGIT;
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

    /** Sums of so many products are carried on the way. */
    @Property(cases = 2)
    void manyDigits(Draw draw) {
        int n = draw.integer(1030, 1040);
        BigInteger part = BigInteger.ONE.shiftLeft(n * FixedComplex.DIGIT - 1).negate();
        for (int i = 0; i < n; i++) {
            part = part.add(BigInteger.valueOf(-draw.integer(0, 9)).shiftLeft(FixedComplex.DIGIT * (i + 1) - 4));
        }
        FixedComplex z = new FixedComplex(n, part, part.negate());
        z.step();
        BigInteger imaginary = part.multiply(part).shiftLeft(1).negate();
        int bits = n * FixedComplex.DIGIT;
        assertThat(distance(z.exactIm(), imaginary.subtract(part.shiftLeft(bits)), bits))
                .isLessThanOrEqualTo(MOST);
        assertThat(distance(z.exactRe(), part.shiftLeft(bits), bits)).isLessThanOrEqualTo(MOST);
    }

    @Property(cases = 100)
    void integersStayExact(Draw draw) {
        int n = draw.integer(1, 4);
        int bits = n * FixedComplex.DIGIT;
        long a = draw.integer(-1000, 1000);
        long b = draw.integer(-1000, 1000);
        FixedComplex z = new FixedComplex(
                n, BigInteger.valueOf(a).shiftLeft(bits), BigInteger.valueOf(b).shiftLeft(bits));
        z.step();
        assertThat(z.exactRe()).isEqualTo(BigInteger.valueOf(a * a - b * b + a).shiftLeft(bits));
        assertThat(z.exactIm()).isEqualTo(BigInteger.valueOf(2 * a * b + b).shiftLeft(bits));
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
        long half = 1L << (FixedComplex.DIGIT - 1);
        BigInteger sum = BigInteger.valueOf(draw.integer(-1, 1));
        for (int i = 0; i < n; i++) {
            long digit = draw.pick(-half, half - 1, 0L, 1 - half, draw.integer(-half, half - 1));
            sum = sum.shiftLeft(FixedComplex.DIGIT).add(BigInteger.valueOf(digit));
        }
        return sum;
    }
}
