package org.mandelspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The bound on the error of one step, on which the proofs of {@code SimdDiscs} rest, against exact arithmetic. */
class RoundingBoundTest {
    /** Half of η: see the class comment of SimdDiscs. */
    private static final double BOUND = 2e-15;

    private static final int POINTS = 200_000;

    @Test
    void oneStepErrsByLessThanHalfOfEta() {
        SplittableRandom random = new SplittableRandom(20261121);
        double worst = 0;
        for (int i = 0; i < POINTS; i++) {
            double[] w = pointOfTheDisc(random, i);
            double[] c = pointOfTheDisc(random, i + 1);
            worst = Math.max(worst, error(w[0], w[1], c[0], c[1]));
        }
        assertThat(worst).isLessThan(BOUND);
        // The points are hard enough to tell a bound from a guess.
        assertThat(worst).isGreaterThan(BOUND / 4);
    }

    /** Inside, near the circle, near an axis, and tiny, in turn. */
    private static double[] pointOfTheDisc(SplittableRandom random, int i) {
        double angle = 2 * Math.PI * random.nextDouble();
        double radius = switch (i % 4) {
            case 0 -> 2 * Math.sqrt(random.nextDouble());
            case 1 -> 2 - 1e-9 * random.nextDouble();
            case 2 -> 1.9 + 0.1 * random.nextDouble();
            default -> Math.scalb(random.nextDouble(), -random.nextInt(600));
        };
        return new double[] {radius * Math.cos(angle) * (1 - 1e-15), radius * Math.sin(angle) * (1 - 1e-15)};
    }

    private static double error(double zr, double zi, double cr, double ci) {
        double t = zr * zi;
        double re = (zr * zr - zi * zi) + cr;
        double im = (t + t) + ci;
        BigDecimal exactRe = exact(zr)
                .multiply(exact(zr))
                .subtract(exact(zi).multiply(exact(zi)))
                .add(exact(cr));
        BigDecimal exactIm =
                exact(zr).multiply(exact(zi)).multiply(BigDecimal.valueOf(2)).add(exact(ci));
        return Math.hypot(
                exactRe.subtract(exact(re)).doubleValue(),
                exactIm.subtract(exact(im)).doubleValue());
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(value);
    }
}
