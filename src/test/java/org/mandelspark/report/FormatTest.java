package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandelspark.measure.Residuals;
import org.mandelspark.measure.TaskOverheadFit;
import org.mandelspark.report.plot.Axes;

/** Numbers as they are shown: rounding hides no difference that is spoken of. */
class FormatTest {
    @Test
    void shortTimesKeepThreeDigitsAsFarAsTablesHaveRoom() {
        assertThat(Format.seconds(12.345)).isEqualTo("12.35");
        assertThat(Format.seconds(0.1506)).isEqualTo("0.1506");
        assertThat(Format.seconds(0.0314)).isEqualTo("0.0314");
        assertThat(Format.seconds(0.00463)).isEqualTo("0.00463");
        assertThat(Format.seconds(0.000312)).isEqualTo("0.00031");
    }

    @Test
    void eachMarkOfAnAxisOfDoublingsIsTwiceTheOneBefore() {
        var marks = Axes.octaves("seconds", 0.00013, 0.03).getNumberFormatOverride();
        assertThat(marks.format(Math.pow(2, -12))).isEqualTo("0.000244");
        assertThat(marks.format(Math.pow(2, -11))).isEqualTo("0.000488");
        assertThat(Axes.octaves("seconds", 0.07, 3).getNumberFormatOverride().format(0.0625))
                .isEqualTo("0.0625");
    }

    @Test
    void aFitThatFallsSaysNothingOfTheCostOfATask() {
        Residuals residuals = new Residuals(List.of(1e-3));
        assertThat(GranularityReport.told(new TaskOverheadFit(2e-6, 0.007, residuals)))
                .isEqualTo("Fitted: 0.002 ms a task and 7.000 ms a run (residual 1.000 ms RMS).");
        assertThat(GranularityReport.told(new TaskOverheadFit(-2e-6, 0.007, residuals)))
                .contains("do not grow with the number of tasks")
                .doesNotContain("-0.002");
    }
}
