package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.Kernels;
import org.mandelspark.schedule.Auto;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.EscapeTime;

/** Plans are the same whatever the width of vectors, because estimates count no idle lanes. */
@Tag("lanes")
class PlanLanesTest {
    private static final double CHUNK_NANOS = 3000;

    /** The same chunks on every machine: these were cut with vectors of 512 bits, and plain loops give the same steps. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auto     | NONE   | cyclic: 0+8/3 1+8/3 2+8/3",
                "auto     | PROVED | permuted:over:1: 0+8/17 16+8/17 8+8/17",
                "balanced | NONE   | balanced: 0+11 11+2 13+11",
                "balanced | PROVED | balanced: 0+10 10+4 14+10",
                "lpt      | NONE   | lpt: 11+1 12+1 13+1 10+1 9+1 14+1 8+1 15+1 7+1 16+1 6+1 17+1 5+1 18+1 4+1 19+1 2+1 21+1 3+1 20+1 1+1 22+1 0+1 23+1",
                "lpt      | PROVED | lpt: 10+1 13+1 11+1 12+1 6+1 17+1 9+1 14+1 7+1 16+1 8+1 15+1 5+1 18+1 4+1 19+1 2+1 21+1 3+1 20+1 1+1 22+1 0+1 23+1",
                "fac      | NONE   | fac: 0+6 6+6 12+6 18+1 19+1 20+1 21+1 22+1 23+1",
                "fac      | PROVED | fac: 0+6 6+6 12+6 18+1 19+1 20+1 21+1 22+1 23+1",
            })
    void aPlanDoesNotDependOnTheWidthOfVectors(String schedule, Interior interior, String expected) {
        EscapeTime workload = workload(interior);
        // Plain loops leave nothing out and take longer for a step, which auto weighs against the overhead of a chunk.
        if (Kernels.hasSimd() || (interior == Interior.NONE && !schedule.equals("auto"))) {
            assertThat(plan(Schedule.parse(schedule), workload)).isEqualTo(expected);
        }
    }

    private static String plan(Schedule schedule, EscapeTime workload) {
        CostEstimate costs = Pilot.estimate(workload, CHUNK_NANOS);
        Schedule chosen = schedule instanceof Auto ? Auto.choose(3, costs) : schedule;
        return chosen.label() + ":"
                + chosen.chunks(3, costs).stream()
                        .map(chunk -> " " + chunk.first() + "+" + chunk.count()
                                + (chunk.stride() == 1 ? "" : "/" + chunk.stride()))
                        .reduce("", String::concat);
    }

    private static EscapeTime workload(Interior interior) {
        View view =
                new View("plan", new Formula.Mandelbrot(), Frame.bounds("-2,0.5,-1.25,1.25"), new Size(64, 24), 500);
        return EscapeTime.of(view, KernelKind.SIMD, interior);
    }
}
