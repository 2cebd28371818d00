package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class BallTest {
    /** Bits of the exact orbit, which errs by far less than a ball of one digit. */
    private static final int MANY = 1200;

    private static final int STEPS = 12;

    /** Greatest errors over their bounds: of the centre and of its square modulus. */
    private record Ratios(double centre, double norm) {
        static final Ratios NONE = new Ratios(0, 0);

        Ratios max(Ratios other) {
            return new Ratios(Math.max(centre, other.centre), Math.max(norm, other.norm));
        }
    }

    /** Climbs from a random c to one whose roundings come closest to their bounds, which nowhere are exceeded. */
    @Property(cases = 60)
    void theExactOrbitIsWithinTheBall(Draw draw) {
        BigDecimal re = BigDecimal.valueOf(draw.real(-1.7, 0.4));
        BigDecimal im = BigDecimal.valueOf(draw.real(-0.9, 0.9));
        int steps = draw.integer(1, STEPS);
        Ratios best = ratios(re, im, steps);
        BigDecimal unit = BigDecimal.valueOf(2).pow(-Digits.BITS, MathContext.DECIMAL128);
        for (int i = 0; i < 150; i++) {
            BigDecimal nearRe = re.add(unit.multiply(BigDecimal.valueOf(draw.real(-40, 40))));
            BigDecimal nearIm = im.add(unit.multiply(BigDecimal.valueOf(draw.real(-40, 40))));
            Ratios ratios = ratios(nearRe, nearIm, steps);
            assertThat(ratios.centre()).isLessThanOrEqualTo(1);
            assertThat(ratios.norm()).isLessThanOrEqualTo(1);
            if (ratios.centre() > best.centre()) {
                re = nearRe;
                im = nearIm;
            }
            best = best.max(ratios);
        }
    }

    private static Ratios ratios(BigDecimal re, BigDecimal im, int steps) {
        BigInteger cx = FixedPoint.nearest(re, MANY);
        BigInteger cy = FixedPoint.nearest(im, MANY);
        BigInteger x = cx;
        BigInteger y = cy;
        Ball ball = new Ball(1, re, im);
        Ratios most = Ratios.NONE;
        for (int k = 0; k < steps && Math.hypot(ball.re(), ball.im()) <= 2; k++) {
            BigInteger next =
                    x.multiply(x).subtract(y.multiply(y)).shiftRight(MANY).add(cx);
            y = x.multiply(y).shiftRight(MANY - 1).add(cy);
            x = next;
            ball.step();
            int shift = MANY - Digits.BITS;
            BigInteger zx = ball.centre().exactRe().shiftLeft(shift);
            BigInteger zy = ball.centre().exactIm().shiftLeft(shift);
            double error = Math.hypot(real(zx.subtract(x), MANY), real(zy.subtract(y), MANY));
            BigInteger norm = x.multiply(x).add(y.multiply(y));
            BigInteger seen = zx.multiply(zx).add(zy.multiply(zy));
            most = most.max(new Ratios(
                    error / value(ball.radius()),
                    Math.abs(real(seen.subtract(norm), 2 * MANY)) / value(ball.normError())));
        }
        return most;
    }

    private static double value(Wide bound) {
        return Math.scalb(bound.mantissa(), bound.exponent());
    }

    private static double real(BigInteger part, int bits) {
        return Math.scalb(part.shiftRight(bits - 200).doubleValue(), -200);
    }
}
