package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class TaskOverheadFitTest {
    @Test
    void theLineIsThatOfLeastSquares() {
        // Means 20 and 3; Σ(Δtasks·Δs) = 10·1 + 0 + 10·2 = 30, Σ Δtasks² = 200.
        TaskOverheadFit fit = TaskOverheadFit.of(
                List.of(new TaskCountTime(10, 2), new TaskCountTime(20, 2), new TaskCountTime(30, 5)));
        assertThat(fit.secondsPerTask()).isCloseTo(0.15, within(1e-12));
        assertThat(fit.fixedSeconds()).isCloseTo(0, within(1e-12));
        assertThat(fit.seconds(40)).isCloseTo(6, within(1e-12));
        // Residuals 0.5, −1 and 0.5.
        assertThat(fit.residuals().perPoint().get(1)).isCloseTo(-1, within(1e-12));
        assertThat(fit.residuals().rms()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void aLineThatFallsIsSaidToFall() {
        TaskOverheadFit fit = TaskOverheadFit.of(List.of(new TaskCountTime(4, 3), new TaskCountTime(8, 2)));
        assertThat(fit.secondsPerTask()).isCloseTo(-0.25, within(1e-12));
        assertThat(fit.fixedSeconds()).isCloseTo(4, within(1e-12));
    }

    @Property
    void noiselessTimesGiveTheirLineBack(Draw draw) {
        double fixed = draw.real(0.01, 100);
        double perTask = draw.real(0, 1);
        TaskOverheadFit fit = TaskOverheadFit.of(List.of(4, 8, 64, 64, 1000).stream()
                .map(tasks -> new TaskCountTime(tasks, fixed + perTask * tasks))
                .toList());
        assertThat(fit.secondsPerTask()).isCloseTo(perTask, within(1e-12));
        assertThat(fit.fixedSeconds()).isCloseTo(fixed, within(1e-9));
        assertThat(fit.residuals().rms()).isCloseTo(0, within(1e-9));
    }

    @Test
    void oneNumberOfTasksMakesNoLine() {
        assertThatIllegalArgumentException().isThrownBy(() -> TaskOverheadFit.of(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaskOverheadFit.of(List.of(new TaskCountTime(8, 1), new TaskCountTime(8, 2))))
                .withMessageContaining("tasks=8");
    }

    @Test
    void impossibleTimesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TaskCountTime(0, 1));
        for (double seconds : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TaskCountTime(1, seconds))
                    .withMessageContaining("not " + seconds);
        }
    }
}
