package org.mandelspark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.RowSink;
import org.mandelspark.grid.Counted;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.Noise;
import org.mandelspark.workload.Problem;
import org.mandelspark.workload.Workload;

/**
 * The runs of a study: each is planned and measured, held against the first answer of its problem, and kept at once.
 *
 * <p>The measured time is {@value TimedRun#TIMED_REGION}. Comparing answers and writing the log are not part of it.
 */
final class Trials {
    private static final int CALIBRATIONS = 4;

    /** Runs of a calibration. */
    static final int CALIBRATION_RUNS = 2 * CALIBRATIONS;

    private final String study;
    private final long seed;
    private final Optional<RunLog> log;
    private final Consumer<Run> listener;
    private final Map<Problem<?>, Answer> answers = new HashMap<>();
    private final List<Run> runs = new ArrayList<>();

    /**
     * No runs yet.
     *
     * @param study its name
     * @param seed of the order of configurations
     * @param log where records go, if anywhere
     * @param listener hears of every run
     */
    Trials(String study, long seed, Optional<RunLog> log, Consumer<Run> listener) {
        this.study = study;
        this.seed = seed;
        this.log = log;
        this.listener = listener;
    }

    /** Takes a run of an earlier sitting as if it had been made here. */
    void recall(Run earlier) {
        requireTheAnswer(earlier);
        runs.add(earlier);
    }

    /** Every run so far, in their order. */
    List<Run> runs() {
        return List.copyOf(runs);
    }

    /**
     * Makes a run of a computation's own workload.
     *
     * @throws StudyException if it gives another answer than earlier runs of the same problem
     * @throws IllegalArgumentException if there is too little memory
     * @throws IOException if the log cannot be written
     */
    <A> Run run(
            EngineKind kind,
            Engine engine,
            Computation<A> computation,
            Partitioning partitioning,
            Phase phase,
            int repeat)
            throws IOException {
        return run(kind, engine, computation, computation.workload(), partitioning, phase, repeat);
    }

    /**
     * The same with another form of its workload.
     *
     * @param workload what is computed
     */
    <A> Run run(
            EngineKind kind,
            Engine engine,
            Computation<?> computation,
            Workload<A> workload,
            Partitioning partitioning,
            Phase phase,
            int repeat)
            throws IOException {
        Preparation prepared = Preparation.of(workload, engine, (reached, most) -> {});
        Partitioning.Partitioned<A> partitioned = partitioning.plan(workload, engine);
        long computingBytes = engine.inFlightBytes(partitioned.plan());
        if (engine.sharesThisMachine()) {
            computingBytes += computation.problem().computingBytes();
            workload.load();
        }
        Problem<?> problem = computation.problem();
        DriverMemory.require(problem, Math.max(computingBytes, problem.arrangingBytes()));
        return run(kind, engine, computation, partitioning, partitioned, prepared, phase, repeat);
    }

    private <A> Run run(
            EngineKind kind,
            Engine engine,
            Computation<?> computation,
            Partitioning partitioning,
            Partitioning.Partitioned<A> partitioned,
            Preparation prepared,
            Phase phase,
            int repeat)
            throws IOException {
        Run run = Executions.run(
                new Run.Place(study, phase, repeat, seed),
                computation,
                kind,
                engine,
                partitioning,
                partitioned,
                prepared,
                Finished.execute(engine, partitioned.plan(), (cells, iterations) -> {}, RowSink.none()));
        requireTheAnswer(run);
        runs.add(run);
        if (log.isPresent()) {
            log.get().add(run);
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
                Partitioning partitioning = Calibration.CUT;
                run(
                        kind,
                        engine,
                        Calibration.of(noise),
                        partitioning,
                        partitioning.plan(noise, engine),
                        Preparation.NONE,
                        Phase.CALIBRATION,
                        i);
            }
        }
    }

    private void requireTheAnswer(Run run) {
        if (run.phase() == Phase.CALIBRATION) {
            return;
        }
        Answer answer = new Answer(describe(run), run.checksum(), run.iterations());
        Answer first = answers.putIfAbsent(run.problem(), answer);
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

    private static String describe(Run run) {
        return "%s on %s, %s, %s"
                .formatted(
                        run.computation().kernel().label(),
                        run.engine(),
                        run.unit().behind(run.schedule().label()),
                        Counted.of(run.workers(), "worker"));
    }

    /** Answer of a problem's first run. */
    private record Answer(String who, String checksum, long iterations) {
        boolean isSameAs(Answer other) {
            return checksum.equals(other.checksum) && iterations == other.iterations;
        }
    }
}
