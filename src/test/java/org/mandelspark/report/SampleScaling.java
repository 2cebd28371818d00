package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.measure.AmdahlFit;
import org.mandelspark.measure.Cost;
import org.mandelspark.measure.KarpFlatt;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.ScalingPoint;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.measure.UslFit;
import org.mandelspark.record.Run;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.ScalingRequest;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.study.StudySettings;

/** Scaling studies of {@link SampleRuns}. */
final class SampleScaling {
    private SampleScaling() {}

    static ScalingResult of(Mode mode, List<Integer> workers, int repeats, String schedule) {
        ScalingRequest request = new ScalingRequest(
                SampleRuns.computation(),
                mode,
                EngineKind.THREADS,
                workers,
                Schedule.parse(schedule),
                new StudySettings(repeats, 1, 7));
        List<Run> serial =
                IntStream.rangeClosed(1, repeats).mapToObj(SampleRuns::serial).toList();
        List<Run> all = new ArrayList<>();
        all.add(warmup(EngineKind.SERIAL, "static", 1, 1, 1));
        all.addAll(serial);
        SortedMap<Integer, Spread> times = new TreeMap<>();
        List<ScalingResult.Row> rows = new ArrayList<>();
        for (int p : request.workers()) {
            int growth = mode == Mode.WEAK ? p : 1;
            List<Run> runs = SampleRuns.repeats(repeats, schedule, OptionalInt.empty(), p, growth);
            all.add(warmup(EngineKind.THREADS, schedule, p, growth, 1));
            all.addAll(runs);
            times.put(p, TimedRun.spread(runs));
            double speedup = growth * times.get(1).median() / times.get(p).median();
            rows.add(new ScalingResult.Row(
                    p,
                    times.get(p),
                    speedup,
                    speedup / p,
                    growth * TimedRun.spread(serial).median() / times.get(p).median(),
                    mode == Mode.STRONG
                            ? KarpFlatt.serialFraction(new ScalingPoint(p, speedup))
                            : OptionalDouble.empty(),
                    TimedRun.median(runs)));
        }
        List<ScalingPoint> points = rows.stream()
                .map(row -> new ScalingPoint(row.workers(), row.speedup()))
                .toList();
        boolean isStrong = mode == Mode.STRONG;
        return new ScalingResult(
                request,
                List.of(SampleRuns.environment()),
                TimedRun.spread(serial),
                rows,
                isStrong && rows.size() > 1 ? Optional.of(AmdahlFit.of(points)) : Optional.empty(),
                isStrong ? UslFit.of(points) : Optional.empty(),
                isStrong ? Cost.workers(TimedRun.spread(serial), times) : OptionalInt.empty(),
                SampleRuns.rowCosts(),
                Optional.of(SampleRuns.picture()),
                all);
    }

    /** A run that does not count; each is slower than one of a smaller number, by 1%. */
    static Run warmup(EngineKind engine, String schedule, int workers, int growth, int repeat) {
        return SampleRuns.run(Phase.WARMUP, repeat, engine, schedule, OptionalInt.empty(), workers, growth);
    }

    /** The same result of other runs. */
    static ScalingResult with(ScalingResult result, List<Run> runs) {
        return with(result, result.rows(), runs);
    }

    /** The same result with other rows and of other runs. */
    static ScalingResult with(ScalingResult result, List<ScalingResult.Row> rows, List<Run> runs) {
        return new ScalingResult(
                result.request(),
                result.environments(),
                result.serial(),
                rows,
                result.amdahl(),
                result.usl(),
                result.cost(),
                result.rowCosts(),
                result.picture(),
                runs);
    }
}
