package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class UslFitTest {
    @Test
    void noisyPointsAreFittedByTheNormalEquations() {
        // x = 0 1 2 3, z = 0 2 6 12: Σxx = 14, Σxz = 50, Σzz = 184, determinant 76.
        // y = 0 0.3 0.4 0.9: Σxy = 3.8, Σzy = 13.8, so σ = 9.2/76 and κ = 3.2/76.
        UslFit fit = UslFit.of(points(0, 0.3, 0.4, 0.9)).orElseThrow();
        assertThat(fit.contention()).isCloseTo(9.2 / 76, within(1e-12));
        assertThat(fit.coherency()).isCloseTo(3.2 / 76, within(1e-12));
        assertThat(fit.residuals().perPoint().get(0)).isCloseTo(0, within(1e-12));
        // y fitted at p = 2 is (9.2 + 6.4)/76.
        assertThat(fit.residuals().perPoint().get(1)).isCloseTo(2 / 1.3 - 2 / (1 + 15.6 / 76), within(1e-12));
        assertThat(fit.peakWorkers().orElseThrow()).isCloseTo(Math.sqrt(66.8 / 3.2), within(1e-9));
    }

    @Test
    void aNegativeCoherencyBecomesZero() {
        // Free: σ = 38/76, κ = −7.6/76. With κ = 0: σ = 2/14.
        UslFit fit = UslFit.of(points(0, 0.3, 0.4, 0.3)).orElseThrow();
        assertThat(fit.contention()).isCloseTo(1 / 7.0, within(1e-12));
        assertThat(fit.coherency()).isZero();
        assertThat(fit.peakWorkers()).isEmpty();
    }

    @Test
    void aNegativeContentionBecomesZero() {
        // Free: σ = −22/76. With σ = 0: κ = 7.8/184.
        UslFit fit = UslFit.of(points(0, 0, 0.1, 0.6)).orElseThrow();
        assertThat(fit.contention()).isZero();
        assertThat(fit.coherency()).isCloseTo(7.8 / 184, within(1e-12));
    }

    @Test
    void aSuperlinearCurveHasNeither() {
        UslFit fit = UslFit.of(points(0, -0.1, -0.2, -0.2)).orElseThrow();
        assertThat(fit.contention()).isZero();
        assertThat(fit.coherency()).isZero();
        assertThat(fit.speedup(4)).isEqualTo(4);
    }

    @Test
    void threeWorkerCountsAreTooFewHoweverOftenTheyWereMeasured() {
        assertThat(UslFit.of(List.of())).isEmpty();
        assertThat(UslFit.of(points(0, 0.1, 0.2))).isEmpty();
        List<ScalingPoint> twice = new ArrayList<>(points(0, 0.1, 0.2));
        twice.addAll(points(0, 0.1, 0.2));
        assertThat(UslFit.of(twice)).isEmpty();
    }

    @Test
    void thePeakIsNeverBelowOneWorker() {
        Residuals none = new Residuals(List.of(0.0));
        assertThat(new UslFit(0.1, 0.01, none).peakWorkers().orElseThrow()).isCloseTo(9.486833, within(1e-6));
        assertThat(new UslFit(0.5, 2, none).peakWorkers()).hasValue(1);
        assertThat(new UslFit(1.5, 0.01, none).peakWorkers()).hasValue(1);
    }

    @Property
    void noiselessPointsGiveTheirParametersBack(Draw draw) {
        double sigma = draw.real(0, 1);
        double kappa = draw.real(0, 0.1);
        int most = draw.integer(4, 64);
        UslFit fit = UslFit.of(IntStream.rangeClosed(1, most)
                        .mapToObj(p -> new ScalingPoint(p, UslFit.speedup(sigma, kappa, p)))
                        .toList())
                .orElseThrow();
        assertThat(fit.contention()).isCloseTo(sigma, within(1e-9));
        assertThat(fit.coherency()).isCloseTo(kappa, within(1e-9));
        assertThat(fit.residuals().rms()).isCloseTo(0, within(1e-6));
    }

    @Property
    void noOtherParametersFitBetter(Draw draw) {
        double[] y = draw.reals(4, 12, () -> draw.real(-0.5, 5));
        double sigma = draw.real(0, 2);
        double kappa = draw.real(0, 1);
        UslFit fit = UslFit.of(points(y)).orElseThrow();
        assertThat(squares(fit.contention(), fit.coherency(), y)).isLessThanOrEqualTo(squares(sigma, kappa, y) + 1e-9);
    }

    @Test
    void impossibleParametersAreRefused() {
        for (double wrong : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> UslFit.speedup(wrong, 0, 2))
                    .withMessageContaining("contention")
                    .withMessageContaining("not " + wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> UslFit.speedup(0, wrong, 2))
                    .withMessageContaining("coherency")
                    .withMessageContaining("not " + wrong);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> UslFit.speedup(0, 0, 0));
    }

    /** Points of 1, 2, 3, … workers with p/S − 1 as given. */
    private static List<ScalingPoint> points(double... y) {
        return IntStream.rangeClosed(1, y.length)
                .mapToObj(p -> new ScalingPoint(p, p / (1 + y[p - 1])))
                .toList();
    }

    private static double squares(double sigma, double kappa, double... y) {
        return IntStream.rangeClosed(1, y.length)
                .mapToDouble(p -> y[p - 1] - sigma * (p - 1) - kappa * p * (p - 1))
                .map(r -> r * r)
                .sum();
    }
}
