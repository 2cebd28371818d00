package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.RowRange;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.Run;
import org.mandelspark.record.TestRuns;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.Contestant;
import org.mandelspark.study.HeadToHeadRequest;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.HeadToHeadResult.Row;
import org.mandelspark.study.Partitioning;
import org.mandelspark.study.StudySettings;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.Work;

/** {@link KernelsReport}, {@link KernelsAdvice} and {@link KernelsPlot}. */
class KernelsReportTest {
    private static final Contestant BASELINE = new Contestant(KernelKind.NAIVE, Interior.NONE, EngineKind.SERIAL, 1);
    private static final Contestant ON_ONE = new Contestant(KernelKind.SIMD, Interior.NONE, EngineKind.SPARK, 1);
    private static final Contestant ON_TWO = new Contestant(KernelKind.SIMD, Interior.NONE, EngineKind.SPARK, 2);

    @Test
    void theBaselineIsNotComparedWithItself() {
        HeadToHeadResult alone = result(6, List.of(BASELINE), List.of(30));
        assertThat(new KernelsAdvice(alone).findings())
                .startsWith("Lowest median: naive on serial, 1 worker, 30.00 ms, which is the baseline itself.")
                .last()
                .asString()
                .endsWith("; nothing else was measured.");
        assertThat(KernelsPlot.of(alone).sentences().get(0)).endsWith("which is the baseline itself.");
    }

    @Test
    void withoutIntervalsNoneArePromisedAndNothingBeatsAnything() {
        HeadToHeadResult few = result(3, List.of(BASELINE, ON_ONE, ON_TWO), List.of(30, 90, 60));
        assertThat(KernelsPlot.of(few).sentences().get(1))
                .contains("(n = 3): too few")
                .doesNotContain("bars");
        assertThat(String.join(" ", StudyReports.KERNELS.lines(few)).replaceAll(" +", " "))
                .contains("COST: none of these; Spark, at best 60.00 ms with 2 workers, is not shown to beat the best")
                .doesNotContain("do not overlap");
    }

    @Test
    void costIsTheFewestWorkersThatAreShownToBeFaster() {
        HeadToHeadResult result = result(6, List.of(BASELINE, ON_ONE, ON_TWO), List.of(30, 90, 20));
        assertThat(StudyReports.KERNELS.tables(result).get(0).notes())
                .contains("COST: 2 workers, the fewest with which Spark is shown to beat the best single thread (naive,"
                        + " 30.00 ms).");
        assertThat(KernelsPlot.of(result).sentences().get(1)).contains("bars their 95% rank intervals, small");
    }

    @Test
    void timesHaveTheirUnitAndAreOfTheOneTimedRegion() {
        HeadToHeadResult alone = result(6, List.of(BASELINE), List.of(30));
        assertThat(StudyReports.KERNELS.lines(alone).get(0).strip().split(" {2,}"))
                .containsExactly(
                        "kernel",
                        "engine",
                        "p",
                        "median ms",
                        "95% CI ms",
                        "min ms",
                        "max ms",
                        "Giter/s",
                        "speedup",
                        "verdict",
                        "warm");
        // These runs have none.
        assertThat(StudyReports.KERNELS.tables(alone).get(0).notes())
                .startsWith("Times " + TimedRun.TIMED_REGION + "; n = 6 each, 0 warm-ups not counted.");
    }

    /** Every repeat of a configuration takes as long. */
    private static HeadToHeadResult result(int repeats, List<Contestant> contestants, List<Integer> millis) {
        HeadToHeadRequest request = new HeadToHeadRequest(
                SampleRuns.computation(),
                List.of(KernelKind.NAIVE, KernelKind.SIMD),
                List.of(Interior.NONE),
                List.of(EngineKind.SERIAL, EngineKind.SPARK),
                List.of(),
                new Partitioning(Schedule.parse("static")),
                new StudySettings(repeats, 1, 7));
        List<Run> runs = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            List<Run> measured = new ArrayList<>();
            for (int repeat = 1; repeat <= repeats; repeat++) {
                measured.add(run(contestants.get(i), repeat, 1_000_000L * millis.get(i)));
            }
            Spread seconds = TimedRun.spread(measured);
            Spread baseline = rows.isEmpty() ? seconds : rows.get(0).seconds();
            rows.add(new Row(
                    contestants.get(i),
                    seconds,
                    1,
                    baseline.median() / seconds.median(),
                    seconds.against(baseline),
                    1,
                    List.of("naive"),
                    "0"));
            runs.addAll(measured);
        }
        return new HeadToHeadResult(
                request,
                "0",
                1,
                List.of(new HeadToHeadResult.Session(
                        EngineKind.SERIAL, 1, "test", SampleRuns.environment(), OptionalLong.empty())),
                rows,
                runs);
    }

    private static Run run(Contestant contestant, int repeat, long wallNanos) {
        ChunkTiming chunk =
                new ChunkTiming(0, RowRange.band(0, 1), "driver", "here", 0, 0, 9, 9, new Work(1, 1, "naive"), 0, 0);
        Run run = TestRuns.of(
                Phase.MEASURED,
                repeat,
                contestant.engine().label(),
                "static",
                contestant.workers(),
                0,
                wallNanos,
                "0",
                List.of(chunk),
                TaskOverheads.NONE,
                1,
                ExtraAttempts.NONE);
        Computation<?> computation = SampleRuns.computation().computedBy(contestant.kernel(), contestant.interior());
        return TestRuns.in("kernels", computation, run);
    }
}
