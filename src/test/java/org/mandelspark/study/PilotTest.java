package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.workload.EscapeTime;

class PilotTest {
    @Test
    void shortWorkOfManyRowsNeedsNoPilot() {
        Frame whole = Frame.bounds("-2,0.5,-1.25,1.25");
        assertThat(Pilot.isNeedless(workload(whole, 1000, 50), 2)).isTrue();
        assertThat(Pilot.isNeedless(workload(whole, 800, 1000), 2)).isTrue();
        assertThat(Pilot.isNeedless(workload(whole, 64, 10), 2)).isTrue();
        assertThat(Pilot.isNeedless(workload(whole, 4096, 1000), 2)).isFalse();
        assertThat(Pilot.isNeedless(workload(whole, 4096, 1000), 128)).isTrue();
    }

    @Test
    void fewRowsForEachWorkerAreWeighedHoweverShortTheyAre() {
        Frame whole = Frame.bounds("-2,0.5,-1.25,1.25");
        assertThat(Pilot.isNeedless(workload(whole, 1000, 50), 63)).isFalse();
        assertThat(Pilot.isNeedless(workload(whole, 1, 50), 1)).isFalse();
    }

    @Test
    @Timeout(20)
    void aGlanceEndsWithTheFirstRowThatIsTooMuch() {
        Frame inside = Frame.bounds("-0.1,0.1,-0.1,0.1");
        assertThat(Pilot.isNeedless(workload(inside, 4000, 5_000_000), 1)).isFalse();
    }

    private static EscapeTime workload(Frame frame, int side, int maxIter) {
        View view = new View("pilot", new Formula.Mandelbrot(), frame, new Size(side, side), maxIter);
        return EscapeTime.of(view, KernelKind.SIMD, Interior.NONE);
    }

    /** The work of a fifth of the rows is foreseen to a twentieth of all work. */
    @ParameterizedTest
    @CsvSource({"-2,0.6,-1.5,1.5,NONE", "-2,0.6,-1.5,1.5,PROVED", "-1,0.6,0,1.5,NONE", "-0.8,-0.7,0.05,0.15,NONE"})
    void thePilotForeseesWhereTheWorkIs(String xMin, String xMax, String yMin, String yMax, Interior interior) {
        View view = new View(
                "pilot",
                new Formula.Mandelbrot(),
                Frame.bounds(String.join(",", xMin, xMax, yMin, yMax)),
                new Size(640, 500),
                1000);
        EscapeTime workload = EscapeTime.of(view, KernelKind.SIMD, interior);
        CostEstimate estimate = Pilot.estimate(workload, 0);
        int[] cells = new int[640 * 100];
        double[] steps = new double[5];
        double total = 0;
        for (int fifth = 0; fifth < 5; fifth++) {
            steps[fifth] = workload.fill(
                            RowRange.band(100 * fifth, 100 * (fifth + 1)),
                            cells,
                            RowRange.band(0, 100).starts(640))
                    .steps();
            total += steps[fifth];
        }
        for (int fifth = 0; fifth < 5; fifth++) {
            double foreseen = estimate.costNanos(RowRange.band(100 * fifth, 100 * (fifth + 1))) / estimate.totalNanos();
            assertThat(Math.abs(foreseen - steps[fifth] / total)).isLessThan(0.05);
        }
    }
}
