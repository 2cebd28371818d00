package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class AmdahlFitTest {
    @Test
    void twoPointsThatDisagreeAreMetBetween() {
        // 1 − 1/p is 1/2 and 3/4, 1/S − 1/p is 1/8 and 1/4: b = (1/16 + 3/16) / (1/4 + 9/16) = 4/13.
        AmdahlFit fit = AmdahlFit.of(List.of(new ScalingPoint(2, 1.6), new ScalingPoint(4, 2)));
        assertThat(fit.serialFraction()).isCloseTo(4 / 13.0, within(1e-12));
        assertThat(fit.speedup(2)).isCloseTo(26 / 17.0, within(1e-12));
        assertThat(fit.speedup(4)).isCloseTo(2.08, within(1e-12));
        double first = 1.6 - 26 / 17.0;
        assertThat(fit.residuals().perPoint().get(0)).isCloseTo(first, within(1e-12));
        assertThat(fit.residuals().perPoint().get(1)).isCloseTo(-0.08, within(1e-12));
        assertThat(fit.residuals().rms()).isCloseTo(Math.sqrt((first * first + 0.0064) / 2), within(1e-12));
    }

    @Test
    void theFractionStaysBetweenZeroAndOne() {
        assertThat(AmdahlFit.of(List.of(new ScalingPoint(4, 5))).serialFraction())
                .isZero();
        assertThat(AmdahlFit.of(List.of(new ScalingPoint(4, 0.5))).serialFraction())
                .isEqualTo(1);
    }

    @Test
    void theLawItselfIsThatOfTheTextbook() {
        // 5% serial on 20 workers: 1 / (0.05 + 0.95/20) = 10.256.
        assertThat(AmdahlFit.speedup(0.05, 20)).isCloseTo(10.256, within(0.001));
        assertThat(AmdahlFit.speedup(0, 7)).isEqualTo(7);
        assertThat(AmdahlFit.speedup(1, 7)).isEqualTo(1);
        assertThat(AmdahlFit.speedup(0.3, 1)).isEqualTo(1);
    }

    @Property
    void noiselessPointsGiveTheirFractionBack(Draw draw) {
        double b = draw.real(0, 1);
        int most = draw.integer(2, 64);
        AmdahlFit fit = AmdahlFit.of(IntStream.rangeClosed(1, most)
                .mapToObj(p -> new ScalingPoint(p, AmdahlFit.speedup(b, p)))
                .toList());
        assertThat(fit.serialFraction()).isCloseTo(b, within(1e-12));
        assertThat(fit.residuals().perPoint()).hasSize(most);
        assertThat(fit.residuals().rms()).isCloseTo(0, within(1e-8));
    }

    @Test
    void pointsThatSayNothingAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AmdahlFit.of(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AmdahlFit.of(List.of(new ScalingPoint(1, 1))))
                .withMessageContaining("workers=1");
        assertThatIllegalArgumentException().isThrownBy(() -> AmdahlFit.speedup(0.1, 0));
        for (double b : new double[] {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AmdahlFit.speedup(b, 2))
                    .withMessageContaining("not " + b);
        }
    }

    @Test
    void residualsAreFiniteAndAtLeastOne() {
        assertThat(new Residuals(List.of(3.0, -4.0)).rms()).isCloseTo(Math.sqrt(12.5), within(1e-12));
        assertThatIllegalArgumentException().isThrownBy(() -> new Residuals(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Residuals(List.of(Double.NaN)))
                .withMessageContaining("NaN");
    }
}
