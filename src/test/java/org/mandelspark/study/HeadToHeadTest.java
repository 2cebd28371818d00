package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.Run;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Cells;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.EscapeTime;
import org.mandelspark.workload.Int32Cells;
import org.mandelspark.workload.ViewProblem;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

class HeadToHeadTest {
    private static final View VIEW =
            new View("small", new Formula.Mandelbrot(), Frame.bounds("-2,0.5,-1.25,1.25"), new Size(40, 30), 60);

    private static final StudyListener SILENT = new StudyListener() {
        @Override
        public void started(Engine engine) {}

        @Override
        public void ran(Run run) {}
    };

    @Test
    void everyConfigurationIsRepeatedAndTheBaselineComesFirst() throws IOException {
        HeadToHeadRequest request = request(List.of(KernelKind.SIMD, KernelKind.ARRAY), 4, 2);
        HeadToHead study = new HeadToHead(request);
        HeadToHeadResult result = study.execute(Optional.empty(), SILENT);
        assertThat(result.rows().get(0).contestant()).isEqualTo(Contestant.baseline(result.problem()));
        // Naive as the baseline, simd twice and array, each on both engines.
        assertThat(result.rows()).hasSize(1 + 2 * 3);
        assertThat(result.rows())
                .allSatisfy(row -> assertThat(row.seconds().n()).isEqualTo(4));
        assertThat(result.runs()).hasSize(1 + 7 * (4 + 2));
        assertThat(result.runs()).hasSize((int) study.expectedRuns());
        assertThat(result.rows().stream().map(HeadToHeadResult.Row::checksum).distinct())
                .hasSize(1);
    }

    @Test
    void aVoidRunIsNotInTheTable() {
        Run usable = StudyFixtures.run("serial", "static", 1, 2, 5, 5);
        Run lostEvents = StudyFixtures.run("serial", "static", 2, 1, 500, 500);
        HeadToHeadResult result =
                HeadToHeadResult.of(request(List.of(KernelKind.NAIVE), 2, 0), List.of(), List.of(usable, lostEvents));
        assertThat(result.baseline().seconds()).isEqualTo(TimedRun.spread(List.of(usable)));
    }

    @Test
    void oneWrongPixelFailsTheStudyAndNamesWhoGaveIt() {
        HeadToHead study = new HeadToHead(request(List.of(KernelKind.ARRAY), 1, 0), computation -> {
            EscapeTime right = EscapeTime.of(VIEW, computation.kernel(), computation.interior());
            return computation.kernel() == KernelKind.ARRAY ? new OneWrongPixel(right) : right;
        });
        assertThatExceptionOfType(StudyException.class)
                .isThrownBy(() -> study.execute(Optional.empty(), SILENT))
                .withMessageContaining("array on ")
                .withMessageContaining("another answer than naive on serial");
    }

    private static HeadToHeadRequest request(List<KernelKind> kernels, int repeats, int warmups) {
        return new HeadToHeadRequest(
                new Computation<>(new ViewProblem(VIEW), KernelKind.NAIVE, Interior.NONE),
                kernels,
                List.of(Interior.NONE, Interior.PROVED),
                List.of(EngineKind.SERIAL, EngineKind.THREADS),
                List.of(2),
                new Partitioning(Schedule.parse("over:4")),
                new StudySettings(repeats, warmups, 1));
    }

    /** Says of the first pixel of row 7 that it took one iteration more. */
    private record OneWrongPixel(EscapeTime right) implements Workload<int[]> {
        @Override
        public String name() {
            return right.name();
        }

        @Override
        public int rows() {
            return right.rows();
        }

        @Override
        public int rowCells() {
            return right.rowCells();
        }

        @Override
        public Cells<int[]> cells() {
            return new Int32Cells(VIEW.maxIter() + 1);
        }

        @Override
        public Work fill(RowRange rows, int[] into, int[] rowStarts) {
            Work work = right.fill(rows, into, rowStarts);
            for (int k = 0; k < rows.count(); k++) {
                if (rows.row(k) == 7) {
                    into[rowStarts[k]]++;
                }
            }
            return work;
        }
    }
}
