package org.mandelspark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.SerialEngine;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.measure.Bounds;
import org.mandelspark.measure.Histogram;
import org.mandelspark.measure.HistogramBuilder;
import org.mandelspark.measure.Imbalance;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.Spread;
import org.mandelspark.output.Environment;
import org.mandelspark.output.RecordedRun;
import org.mandelspark.output.RunLog;
import org.mandelspark.schedule.Replay;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.BalanceRequest.Contestant;
import org.mandelspark.study.BalanceResult.Origin;

/**
 * Schedules against each other on one engine, each repeated in random order, all giving the same answer.
 *
 * <p>With virtual workers, schedules cut for so many, the engine's own workers compute the chunks one after another as
 * they can, and the chunks as measured are replayed on the virtual ones ({@link ListScheduling}), each with the core
 * time that a task of its run took beside its kernel. At last one thread computes row by row, for what each row costs.
 */
public final class Balance {
    /** Name of the study in its records. */
    public static final String NAME = "balance";

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Cut ROW_BY_ROW = new Cut(Schedule.parse("self"));

    private final BalanceRequest request;
    private final List<RecordedRun> earlier;

    /**
     * A study that has done nothing yet.
     *
     * @param request how it is to be made
     * @param earlier runs of an earlier sitting that count as measured here
     * @throws IllegalArgumentException if those are of another study
     */
    public Balance(BalanceRequest request, List<RecordedRun> earlier) {
        this.request = request;
        this.earlier = List.copyOf(earlier);
        EarlierRuns.requireSameStudy(NAME, earlier, List.of(request.subject().asked()));
    }

    /**
     * Finds out, before anything is started, whether the study can succeed.
     *
     * @throws IllegalArgumentException if not, with the reason for people
     */
    public void check() {
        DriverMemory.require(request.subject().workload(), 0);
    }

    /** Number of runs there will be. */
    public long expectedRuns() {
        StudySettings settings = request.settings();
        return request.contestants().size() * ((long) settings.warmups() + settings.repeats())
                + Trials.CALIBRATION_RUNS
                + RowCost.PASSES;
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
    public BalanceResult execute(Optional<RunLog> log, StudyListener listener) throws IOException {
        Trials trials = new Trials(NAME, request.settings().seed(), log, listener::ran);
        earlier.forEach(trials::recall);
        EngineChoice choice = new EngineChoice(request.engine(), request.workers(), SparkEngine.WebInterface.OFF);
        Environment environment;
        WorkerCount workers;
        try (Engine engine = choice.start(NAME + " " + request.subject().view().name())) {
            environment = HostEnvironment.of(engine);
            workers = engine.workers();
            listener.started(engine);
            rounds(trials, engine);
            trials.calibrate(request.engine(), engine);
        }
        Subject subject = request.subject();
        List<int[]> answers = new ArrayList<>();
        try (Engine serial = new SerialEngine()) {
            for (int i = 1; i <= RowCost.PASSES; i++) {
                answers.clear();
                answers.add(trials.run(
                                EngineKind.SERIAL,
                                serial,
                                subject.asked(),
                                subject.workload(),
                                ROW_BY_ROW,
                                Phase.REFERENCE,
                                i)
                        .cells());
            }
        }
        return new BalanceResult(
                request,
                environment,
                workers.count(),
                workers.source(),
                request.contestants().stream()
                        .map(contestant -> row(contestant, measured(trials, contestant)))
                        .toList(),
                RowCost.of(RowCost.passes(trials.runs())),
                perPixel(answers.get(0)),
                trials.runs());
    }

    private Cut cut(Contestant contestant) {
        return new Cut(contestant.schedule(), request.virtualWorkers());
    }

    private void rounds(Trials trials, Engine engine) throws IOException {
        StudySettings settings = request.settings();
        Random random = new Random(settings.seed());
        List<Contestant> order = new ArrayList<>(request.contestants());
        order.removeIf(contestant -> measured(trials, contestant).size() >= settings.repeats());
        for (int round = 1; round <= settings.warmups(); round++) {
            Collections.shuffle(order, random);
            for (Contestant contestant : order) {
                run(trials, engine, contestant, Phase.WARMUP, round);
            }
        }
        for (int round = 1; round <= settings.repeats(); round++) {
            Collections.shuffle(order, random);
            for (Contestant contestant : order) {
                if (measured(trials, contestant).size() < round) {
                    run(trials, engine, contestant, Phase.MEASURED, round);
                }
            }
        }
    }

    private void run(Trials trials, Engine engine, Contestant contestant, Phase phase, int repeat) throws IOException {
        Subject subject = request.subject();
        trials.run(request.engine(), engine, subject.asked(), subject.workload(), cut(contestant), phase, repeat);
    }

    /** Void runs among them. */
    private List<MeasuredRun> measured(Trials trials, Contestant contestant) {
        return trials.runs().stream()
                .filter(run -> run.phase() == Phase.MEASURED
                        && run.engine().equals(request.engine().label())
                        && run.schedule().equals(cut(contestant).label()))
                .toList();
    }

    private BalanceResult.Row row(Contestant contestant, List<MeasuredRun> measured) {
        List<MeasuredRun> runs = measured.stream().filter(run -> !run.isVoid()).toList();
        if (runs.isEmpty()) {
            throw new StudyException("all runs of schedule "
                    + contestant.schedule().label() + " are void: Spark lost events of their tasks");
        }
        if (request.virtualWorkers().isPresent()) {
            return simulated(contestant, runs);
        }
        MeasuredRun median = MeasuredRun.median(runs);
        return new BalanceResult.Row(
                contestant.schedule().label(),
                contestant.factor(),
                median.workers(),
                Origin.MEASURED,
                MeasuredRun.spread(runs),
                median.pop().parallelEfficiency(),
                median.imbalance().lambda(),
                Arrays.stream(median.chunkNanos()).max().orElseThrow() / NANOS,
                median.bounds().lower() / NANOS,
                perChunk(median),
                median);
    }

    private BalanceResult.Row simulated(Contestant contestant, List<MeasuredRun> runs) {
        int workers = request.virtualWorkers().getAsInt();
        MeasuredRun median = runs.stream()
                .sorted(Comparator.comparingDouble(run -> run.replay(workers).makespanNanos()))
                .toList()
                .get((runs.size() - 1) / 2);
        Replay replay = median.replay(workers);
        double[] busy = new double[workers];
        for (int worker = 0; worker < workers; worker++) {
            busy[worker] = replay.busyNanos(worker);
        }
        return new BalanceResult.Row(
                contestant.schedule().label(),
                contestant.factor(),
                workers,
                Origin.SIMULATED,
                Spread.of(runs.stream()
                        .mapToDouble(run -> run.replay(workers).makespanNanos() / NANOS)
                        .toArray()),
                median.kernelSeconds() * NANOS / (workers * replay.makespanNanos()),
                Imbalance.of(busy).lambda(),
                Arrays.stream(median.chunkNanos()).max().orElseThrow() / NANOS,
                Bounds.of(workers, median.chunkNanos()).lower() / NANOS,
                perChunk(median),
                median);
    }

    private Histogram perPixel(int[] counts) {
        HistogramBuilder histogram = HistogramBuilder.powersOfTwo()
                .withSpike(request.subject().view().maxIter());
        for (int count : counts) {
            histogram.add(count, 1);
        }
        return histogram.build();
    }

    private static Histogram perChunk(MeasuredRun run) {
        HistogramBuilder histogram = HistogramBuilder.powersOfTwo();
        run.chunks().forEach(chunk -> histogram.add(chunk.work().iterations(), 1));
        return histogram.build();
    }
}
