package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Unit;
import org.mandelspark.grid.Units;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.workload.EscapeTime;
import org.mandelspark.workload.Noise;

class PilotTest {
    private static final Frame WHOLE = Frame.bounds("-2,0.5,-1.25,1.25");

    @Test
    void aGlanceTellsHowMuchWorkThereIs() {
        assertThat(Pilot.glanceNanos(workload(WHOLE, 64, 10))).isLessThan(1e6);
        assertThat(Pilot.glanceNanos(workload(WHOLE, 1000, 50))).isBetween(1e6, 50e6);
        assertThat(Pilot.glanceNanos(workload(WHOLE, 8192, 1000))).isBetween(50e6, 500 * 25e6);
        assertThat(Pilot.glanceNanos(new Noise(100, 100))).isInfinite();
    }

    /** A row of so many iterations would take minutes. */
    @Test
    void aLookAheadIsShortHoweverManyIterationsThereAre() {
        EscapeTime inside = workload(Frame.bounds("-0.1,0.1,-0.1,0.1"), 4000, Integer.MAX_VALUE);
        assertThat(Pilot.glanceNanos(inside)).isGreaterThan(1e9);
        assertThat(Pilot.estimate(inside, 0).rowNanos(7))
                .isEqualTo(Pilot.estimate(inside, 0).rowNanos(3999));
    }

    /** The work of a fifth of the rows is foreseen to a twentieth of all work. */
    @ParameterizedTest
    @CsvSource({"-2,0.6,-1.5,1.5,NONE", "-2,0.6,-1.5,1.5,PROVED", "-1,0.6,0,1.5,NONE", "-0.8,-0.7,0.05,0.15,NONE"})
    void thePilotForeseesWhereTheWorkIs(String xMin, String xMax, String yMin, String yMax, Interior interior) {
        Frame frame = Frame.bounds(String.join(",", xMin, xMax, yMin, yMax));
        View view = new View("pilot", new Formula.Mandelbrot(), frame, new Size(640, 500), 1000);
        EscapeTime workload = EscapeTime.of(view, KernelKind.SIMD, interior);
        CostEstimate estimate = Pilot.estimate(workload, 0);
        List<Double> steps = workload.sampleCosts(500, 160).orElseThrow().cellSteps();
        double total = steps.stream().mapToDouble(s -> s).sum();
        for (int fifth = 0; fifth < 5; fifth++) {
            double share = steps.subList(100 * fifth, 100 * (fifth + 1)).stream()
                            .mapToDouble(s -> s)
                            .sum()
                    / total;
            double foreseen = estimate.costNanos(RowRange.band(100 * fifth, 100 * (fifth + 1))) / estimate.totalNanos();
            assertThat(foreseen).isBetween(share - 0.05, share + 0.05);
        }
    }

    /** The work of a sixteenth of the picture is foreseen to a fiftieth of all work, whatever the tiles. */
    @ParameterizedTest
    @ValueSource(strings = {"1x1", "16x16", "640x5", "3x100", "37x21", "160x125"})
    void thePilotForeseesWhichTilesAreExpensive(String label) {
        View view = new View("pilot", new Formula.Mandelbrot(), WHOLE, new Size(640, 500), 1000);
        EscapeTime workload =
                EscapeTime.of(view, KernelKind.SIMD, Interior.NONE).inUnits(Unit.parse(label));
        CostEstimate estimate = Pilot.estimate(workload, 0);
        Units units = workload.units();
        assertThat(estimate.rows()).isEqualTo(units.count());
        List<Double> steps = workload.sampleCells(500, 640).orElseThrow().cellSteps();
        double[] foreseen = new double[16];
        double[] real = new double[16];
        for (int unit = 0; unit < units.count(); unit++) {
            double sum = 0;
            for (int start : units.starts(new RowRange(unit, 1, 1))) {
                for (int cell = start; cell < start + units.width(unit); cell++) {
                    sum += steps.get(cell);
                }
            }
            int part = units.row(unit) / 125 * 4 + units.column(unit) / 160;
            real[part] += sum;
            foreseen[part] += estimate.rowNanos(unit);
        }
        double all = steps.stream().mapToDouble(s -> s).sum();
        for (int part = 0; part < 16; part++) {
            assertThat(foreseen[part] / estimate.totalNanos()).isCloseTo(real[part] / all, within(0.02));
        }
    }

    private static View view(Frame frame, int side, int maxIter) {
        return new View("pilot", new Formula.Mandelbrot(), frame, new Size(side, side), maxIter);
    }

    private static EscapeTime workload(Frame frame, int side, int maxIter) {
        return EscapeTime.of(view(frame, side, maxIter), KernelKind.SIMD, Interior.NONE);
    }
}
