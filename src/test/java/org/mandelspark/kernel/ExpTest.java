package org.mandelspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

/** The error of the exponential function against forty digits, and what it does at its ends. */
class ExpTest {
    private static final MathContext DIGITS = new MathContext(40);
    private static final double BOUND_ULPS = 1.25;
    private static final int ARGUMENTS = 20_000;

    @Test
    void itErrsByLessThanItsBound() {
        SplittableRandom random = new SplittableRandom(20261121);
        double worst = 0;
        for (int i = 0; i < ARGUMENTS; i++) {
            double x = switch (i % 4) {
                case 0 -> Exp.LEAST * random.nextDouble();
                case 1 -> -6 * random.nextDouble();
                case 2 -> -0.5 * random.nextDouble();
                // Where r is largest: halfway between multiples of ln 2.
                default -> -Math.log(2) * (random.nextInt(1000) + 0.5 + 1e-3 * (random.nextDouble() - 0.5));
            };
            worst = Math.max(worst, errorUlps(x));
        }
        // Found by a search of two million; a worse one would need a new bound.
        worst = Math.max(worst, errorUlps(-691.4067773625363));
        assertThat(worst).isLessThan(BOUND_ULPS);
        // The arguments are hard enough to tell a bound from a guess.
        assertThat(worst).isGreaterThan(1);
    }

    @Property
    void itAgreesWithFdlibm(Draw draw) {
        double x = draw.real(-708, 0);
        double expected = StrictMath.exp(x);
        // Each is within its bound of the truth.
        assertThat(Math.abs(Exp.of(x) - expected)).isLessThanOrEqualTo(2 * Math.ulp(expected));
    }

    @Test
    void zeroGivesOneAndWhatIsTooSmallGivesZero() {
        assertThat(Exp.of(0)).isEqualTo(1);
        assertThat(Exp.of(-0.0)).isEqualTo(1);
        assertThat(Exp.of(-Double.MIN_VALUE)).isEqualTo(1);
        assertThat(Exp.of(Exp.LEAST)).isGreaterThan(Double.MIN_NORMAL);
        assertThat(Exp.of(Math.nextDown(Exp.LEAST))).isZero();
        assertThat(Exp.of(-1000)).isZero();
        assertThat(Exp.of(-1e300)).isZero();
        assertThat(Exp.of(Double.NEGATIVE_INFINITY)).isZero();
    }

    private static double errorUlps(double x) {
        BigDecimal exact = exp(x);
        double result = Exp.of(x);
        BigDecimal ulp = new BigDecimal(Math.ulp(Math.min(result, exact.doubleValue())));
        return exact.subtract(new BigDecimal(result)).abs().divide(ulp, DIGITS).doubleValue();
    }

    /** A Taylor series for x halved until it converges fast, then squared as often. */
    private static BigDecimal exp(double x) {
        int halvings = 0;
        double part = x;
        while (Math.abs(part) > 0.01) {
            part /= 2;
            halvings++;
        }
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k < 18; k++) {
            term = term.multiply(new BigDecimal(part), DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }
}
