package org.mandelspark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.SerialEngine;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.measure.AmdahlFit;
import org.mandelspark.measure.Cost;
import org.mandelspark.measure.KarpFlatt;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.ScalingPoint;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.UslFit;
import org.mandelspark.output.Environment;
import org.mandelspark.output.RecordedRun;
import org.mandelspark.output.RunLog;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.ScalingRequest.Mode;

/**
 * The same engine with one worker after another number of workers, each repeated, all giving the same answer.
 *
 * <p>First the best single thread: the same kernel in a plain loop, which is what parallel runs have to beat; then some
 * times row by row, for what each row costs. Then the engine is started with each number of workers, in random order;
 * with each, all repeats follow on the warm-ups, because a start costs more than a run. On a cluster an engine of p
 * workers is one that was given p cores.
 */
public final class Scaling {
    /** Name of the study in its records. */
    public static final String NAME = "scaling";

    /** What a plain loop likes best: bands that fit the cache are cut by the engine itself. */
    private static final Cut ONE_BAND = new Cut(new Schedule.Static());

    private static final Cut ROW_BY_ROW = new Cut(Schedule.parse("self"));

    private final ScalingRequest request;
    private final List<RecordedRun> earlier;

    /**
     * A study that has done nothing yet.
     *
     * @param request how it is to be made
     * @param earlier runs of an earlier sitting that count as measured here
     * @throws IllegalArgumentException if those are of another study
     */
    public Scaling(ScalingRequest request, List<RecordedRun> earlier) {
        this.request = request;
        this.earlier = List.copyOf(earlier);
        for (int workers : request.workers()) {
            request.subject(workers);
        }
        EarlierRuns.requireSameStudy(
                NAME,
                earlier,
                largestToSmallest().stream()
                        .map(workers -> request.subject(workers).asked())
                        .toList());
    }

    /**
     * Finds out, before anything is started, whether the study can succeed.
     *
     * @throws IllegalArgumentException if not, with the reason for people
     */
    public void check() {
        DriverMemory.require(request.subject(largestToSmallest().get(0)).workload(), 0);
    }

    /** Number of runs there will be. */
    public long expectedRuns() {
        StudySettings settings = request.settings();
        long each = (long) settings.warmups() + settings.repeats();
        return each * (1 + request.workers().size())
                + RowCost.PASSES
                + (long) Trials.CALIBRATION_RUNS * request.workers().size();
    }

    /**
     * Runs everything.
     *
     * @param log where each run is kept at once, if anywhere
     * @throws StudyException if a run gives another answer than the first, or too few can be used
     * @throws org.mandelspark.engine.EngineException if a run failed
     * @throws IllegalArgumentException if an engine cannot do what is asked
     * @throws IOException if a record cannot be written
     */
    public ScalingResult execute(Optional<RunLog> log, StudyListener listener) throws IOException {
        Trials trials = new Trials(NAME, request.settings().seed(), log, listener::ran);
        earlier.forEach(trials::recall);
        List<Environment> environments = new ArrayList<>();
        try (Engine serial = new SerialEngine()) {
            listener.started(serial);
            repeat(trials, EngineKind.SERIAL, serial, 1, ONE_BAND);
            Subject subject = request.subject();
            for (int i = RowCost.passes(trials.runs()).size() + 1; i <= RowCost.PASSES; i++) {
                trials.run(
                        EngineKind.SERIAL, serial, subject.asked(), subject.workload(), ROW_BY_ROW, Phase.REFERENCE, i);
            }
        }
        List<Integer> order = new ArrayList<>(request.workers());
        Collections.shuffle(order, new Random(request.settings().seed()));
        for (int workers : order) {
            if (measured(trials, request.engine(), workers).size()
                    < request.settings().repeats()) {
                EngineChoice choice =
                        new EngineChoice(request.engine(), OptionalInt.of(workers), SparkEngine.WebInterface.OFF);
                try (Engine engine =
                        choice.start(NAME + " " + request.subject().view().name())) {
                    environments.add(HostEnvironment.of(engine));
                    listener.started(engine);
                    repeat(trials, request.engine(), engine, workers, new Cut(request.schedule()));
                    trials.calibrate(request.engine(), engine);
                }
            }
        }
        return result(trials, environments);
    }

    private List<Integer> largestToSmallest() {
        List<Integer> workers = new ArrayList<>(request.workers());
        Collections.reverse(workers);
        return workers;
    }

    private void repeat(Trials trials, EngineKind kind, Engine engine, int workers, Cut cut) throws IOException {
        Subject subject = request.subject(workers);
        int made = measured(trials, kind, workers).size();
        if (made >= request.settings().repeats()) {
            return;
        }
        for (int i = 1; i <= request.settings().warmups(); i++) {
            trials.run(kind, engine, subject.asked(), subject.workload(), cut, Phase.WARMUP, i);
        }
        for (int i = made + 1; i <= request.settings().repeats(); i++) {
            trials.run(kind, engine, subject.asked(), subject.workload(), cut, Phase.MEASURED, i);
        }
    }

    /** Void runs among them. */
    private List<MeasuredRun> measured(Trials trials, EngineKind kind, int workers) {
        return trials.runs().stream()
                .filter(run ->
                        run.phase() == Phase.MEASURED && run.engine().equals(kind.label()) && run.workers() == workers)
                .toList();
    }

    private ScalingResult result(Trials trials, List<Environment> environments) {
        Spread serial = MeasuredRun.spread(usable(measured(trials, EngineKind.SERIAL, 1)));
        SortedMap<Integer, List<MeasuredRun>> byWorkers = new TreeMap<>();
        for (int workers : request.workers()) {
            byWorkers.put(workers, usable(measured(trials, request.engine(), workers)));
        }
        double single = MeasuredRun.spread(byWorkers.get(1)).median();
        List<ScalingResult.Row> rows = new ArrayList<>();
        byWorkers.forEach((workers, runs) -> rows.add(row(workers, runs, single, serial.median())));
        boolean isStrong = request.mode() == Mode.STRONG;
        List<ScalingPoint> points = rows.stream()
                .map(row -> new ScalingPoint(row.workers(), row.speedup()))
                .toList();
        SortedMap<Integer, Spread> times = new TreeMap<>();
        rows.forEach(row -> times.put(row.workers(), row.seconds()));
        return new ScalingResult(
                request,
                environments,
                serial,
                rows,
                isStrong && rows.size() > 1 ? Optional.of(AmdahlFit.of(points)) : Optional.empty(),
                isStrong ? UslFit.of(points) : Optional.empty(),
                isStrong ? Cost.workers(serial, times) : OptionalInt.empty(),
                RowCost.of(RowCost.passes(trials.runs())),
                trials.runs());
    }

    private List<MeasuredRun> usable(List<MeasuredRun> runs) {
        List<MeasuredRun> usable = runs.stream()
                .filter(run -> !run.isVoid())
                .limit(request.settings().repeats())
                .toList();
        if (usable.isEmpty()) {
            throw new StudyException("all runs of a configuration are void: Spark lost events of their tasks");
        }
        return usable;
    }

    private ScalingResult.Row row(int workers, List<MeasuredRun> runs, double single, double serial) {
        Spread seconds = MeasuredRun.spread(runs);
        int growth = request.mode() == Mode.WEAK ? workers : 1;
        double speedup = growth * single / seconds.median();
        return new ScalingResult.Row(
                workers,
                seconds,
                speedup,
                speedup / workers,
                growth * serial / seconds.median(),
                growth == 1 && workers > 1
                        ? KarpFlatt.serialFraction(new ScalingPoint(workers, speedup))
                        : OptionalDouble.empty(),
                MeasuredRun.median(runs));
    }
}
