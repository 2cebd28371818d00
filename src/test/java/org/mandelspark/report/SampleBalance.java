package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.Bounds;
import org.mandelspark.measure.HistogramBuilder;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.Run;
import org.mandelspark.study.BalanceRequest;
import org.mandelspark.study.BalanceRequest.Contestant;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Origin;
import org.mandelspark.study.StudySettings;

/** Studies of load balance of {@link SampleRuns}. */
final class SampleBalance {
    private static final double NANOS = 1e9;

    private SampleBalance() {}

    static BalanceResult of(List<String> schedules, List<Integer> factors, int workers, int repeats) {
        BalanceRequest request = new BalanceRequest(
                SampleRuns.computation(),
                EngineKind.THREADS,
                OptionalInt.of(workers),
                BalanceRequest.contestants(schedules, factors, List.of(Unit.ROW)),
                OptionalInt.empty(),
                new StudySettings(repeats, 1, 7));
        return result(request, schedule -> SampleRuns.repeats(repeats, schedule, OptionalInt.empty(), workers, 1));
    }

    /** Of some schedules, of each these repeats: one of number r takes r% longer than one of number 0. */
    static BalanceResult of(Map<String, List<Integer>> repeats, int workers) {
        BalanceRequest request = new BalanceRequest(
                SampleRuns.computation(),
                EngineKind.THREADS,
                OptionalInt.of(workers),
                BalanceRequest.contestants(List.copyOf(repeats.keySet()), List.of(), List.of(Unit.ROW)),
                OptionalInt.empty(),
                new StudySettings(4, 1, 7));
        return result(
                request,
                schedule -> repeats.get(schedule).stream()
                        .map(repeat -> SampleRuns.run(Phase.MEASURED, repeat, schedule, workers))
                        .toList());
    }

    private static BalanceResult result(BalanceRequest request, Function<String, List<Run>> measured) {
        int workers = request.workers().orElseThrow();
        List<Run> all = new ArrayList<>();
        List<BalanceResult.Row> rows = new ArrayList<>();
        for (Contestant contestant : request.contestants()) {
            String schedule = contestant.schedule().label();
            List<Run> runs = measured.apply(schedule);
            all.addAll(runs);
            Run median = TimedRun.median(runs);
            HistogramBuilder chunks = HistogramBuilder.powersOfTwo();
            median.chunks().forEach(chunk -> chunks.add(chunk.work().iterations(), 1));
            rows.add(new BalanceResult.Row(
                    schedule,
                    contestant.unit(),
                    contestant.factor(),
                    workers,
                    Origin.MEASURED,
                    TimedRun.spread(runs),
                    median.pop().parallelEfficiency(),
                    median.imbalance().lambda(),
                    Arrays.stream(median.chunkNanos()).max().orElseThrow() / NANOS,
                    Bounds.of(workers, median.chunkNanos()).lower() / NANOS,
                    chunks.build(),
                    median));
        }
        return new BalanceResult(
                request,
                SampleRuns.environment(),
                workers,
                "--workers",
                rows,
                SampleRuns.rowCosts(),
                Optional.of(SampleRuns.picture()),
                all);
    }
}
