package org.mandelspark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.Execution;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.grid.Counted;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.output.Problem;
import org.mandelspark.output.RecordedRun;
import org.mandelspark.output.RunLog;
import org.mandelspark.output.RunRecord;
import org.mandelspark.output.RunRecord.StudyPart;
import org.mandelspark.schedule.Plan;
import org.mandelspark.workload.Noise;
import org.mandelspark.workload.Workload;

/**
 * The runs of a study: each is planned and measured, held against the first answer of its problem, and kept at once.
 *
 * <p>Measured is the time {@value MeasuredRun#TIMED_REGION}. Holding answers against each other and writing the log are
 * not part of it.
 */
final class Trials {
    private static final int CALIBRATIONS = 4;

    /** Runs of a calibration. */
    static final int CALIBRATION_RUNS = 2 * CALIBRATIONS;

    private final String study;
    private final long seed;
    private final Optional<RunLog> log;
    private final Consumer<MeasuredRun> listener;
    private final Map<Problem, Answer> answers = new HashMap<>();
    private final List<MeasuredRun> runs = new ArrayList<>();

    /**
     * No runs yet.
     *
     * @param study its name
     * @param seed of the order of configurations
     * @param log where records go, if anywhere
     * @param listener hears of every run
     */
    Trials(String study, long seed, Optional<RunLog> log, Consumer<MeasuredRun> listener) {
        this.study = study;
        this.seed = seed;
        this.log = log;
        this.listener = listener;
    }

    /** Takes a run of an earlier sitting as if it had been made here. */
    void recall(RecordedRun earlier) {
        if (earlier.run().phase() != Phase.CALIBRATION) {
            requireTheAnswer(earlier.asked(), earlier.run());
        }
        runs.add(earlier.run());
    }

    /** Every run so far, in their order. */
    List<MeasuredRun> runs() {
        return List.copyOf(runs);
    }

    /**
     * Makes a run of a subject's own workload.
     *
     * @throws StudyException if it gives another answer than earlier runs of the same problem
     * @throws IllegalArgumentException if there is too little memory
     * @throws IOException if the log cannot be written
     */
    <A> MeasuredRun run(EngineKind kind, Engine engine, Subject<A> subject, Cut cut, Phase phase, int repeat)
            throws IOException {
        return run(kind, engine, subject, subject.workload(), cut, phase, repeat);
    }

    /**
     * The same with another form of its workload.
     *
     * @param workload what is computed
     */
    <A> MeasuredRun run(
            EngineKind kind, Engine engine, Subject<?> subject, Workload<A> workload, Cut cut, Phase phase, int repeat)
            throws IOException {
        Cut.Cutting<A> cutting = cut.plan(workload, engine);
        long computingBytes = engine.inFlightBytes(cutting.plan());
        if (engine.sharesThisMachine()) {
            computingBytes += subject.computingBytes();
            workload.load();
        }
        DriverMemory.require(subject, Math.max(computingBytes, subject.arrangingBytes()));
        return run(kind, engine, subject.asked(), cut, cutting, phase, repeat);
    }

    private <A> MeasuredRun run(
            EngineKind kind,
            Engine engine,
            RunRecord.Asked asked,
            Cut cut,
            Cut.Cutting<A> cutting,
            Phase phase,
            int repeat)
            throws IOException {
        Plan<A> plan = cutting.plan();
        Execution<A> execution = engine.execute(plan, (cells, iterations) -> {});
        MeasuredRun run = new MeasuredRun(
                phase,
                repeat,
                kind.label(),
                cut.label(),
                engine.workers().count(),
                cutting.nanos(),
                execution.wallNanos(),
                plan.workload().checksum(execution.cells()),
                execution.chunks(),
                execution.overheads(),
                execution.tasksSeen(),
                execution.extra());
        if (phase != Phase.CALIBRATION) {
            requireTheAnswer(asked, run);
        }
        runs.add(run);
        if (log.isPresent()) {
            log.get()
                    .add(RunRecord.of(
                            StudyPart.of(study, run, seed),
                            asked,
                            engine.workers().source(),
                            HostEnvironment.of(engine),
                            new TreeMap<>(
                                    Map.of("plan", seconds(run.planNanos()), "compute", seconds(run.wallNanos()))),
                            run));
        }
        listener.accept(run);
        return run;
    }

    /**
     * Measures what an engine takes for chunks that cost nothing and for chunks that are nothing but results, some times
     * each; the first of each warms up.
     */
    void calibrate(EngineKind kind, Engine engine) throws IOException {
        for (int i = 1; i <= CALIBRATIONS; i++) {
            for (Noise noise : List.of(Calibration.EMPTY, Calibration.HEAVY)) {
                Cut cut = Calibration.CUT;
                run(kind, engine, Calibration.asked(noise), cut, cut.plan(noise, engine), Phase.CALIBRATION, i);
            }
        }
    }

    private void requireTheAnswer(RunRecord.Asked asked, MeasuredRun run) {
        Answer answer = new Answer(told(asked, run), run.checksum(), run.iterations());
        Answer first = answers.putIfAbsent(asked.problem(), answer);
        if (first != null && !first.isSameAs(answer)) {
            throw new StudyException("%s gave another answer than %s: checksum %s and %s, not %s and %,d"
                    .formatted(
                            answer.who(),
                            first.who(),
                            answer.checksum(),
                            Counted.of(answer.iterations(), "iteration"),
                            first.checksum(),
                            first.iterations()));
        }
    }

    private static String told(RunRecord.Asked asked, MeasuredRun run) {
        return "%s on %s, %s, %s"
                .formatted(asked.kernel(), run.engine(), run.schedule(), Counted.of(run.workers(), "worker"));
    }

    /** What a problem's first run gave. */
    private record Answer(String who, String checksum, long iterations) {
        boolean isSameAs(Answer other) {
            return checksum.equals(other.checksum) && iterations == other.iterations;
        }
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
