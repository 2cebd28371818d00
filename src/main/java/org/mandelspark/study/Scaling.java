package org.mandelspark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.SerialEngine;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Environment;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.schedule.Schedule;

/**
 * The same engine with one worker after another number of workers, each repeated, all giving the same answer.
 *
 * <p>The best single thread, the same kernel in a plain loop, is what parallel runs have to beat, and takes its
 * {@link Turns} with them. Finally it computes row by row, to measure what each row costs. On a cluster an engine of p
 * workers is one that was given p cores.
 */
public final class Scaling implements Study<ScalingResult> {
    /** Name of the study in its records. */
    public static final String NAME = "scaling";

    /** Partitioning that suits a plain loop best: bands that fit the cache are cut by the engine itself. */
    private static final Partitioning ONE_BAND = new Partitioning(new Schedule.Static());

    private static final Partitioning ROW_BY_ROW = new Partitioning(Schedule.parse("self"));

    private final ScalingRequest request;
    private final List<Run> earlier;

    /**
     * A study that has done nothing yet.
     *
     * @param request how it is to be made
     * @param earlier runs of an earlier sitting that count as measured here
     * @throws IllegalArgumentException if those are of another study
     */
    public Scaling(ScalingRequest request, List<Run> earlier) {
        this.request = request;
        this.earlier = List.copyOf(earlier);
        for (int workers : request.workers()) {
            request.computation(workers);
        }
        EarlierRuns.requireSameStudy(
                NAME,
                earlier,
                largestToSmallest().stream().map(request::computation).toList());
    }

    /** Checks the largest problem: with weak scaling that of the most workers. */
    @Override
    public void check() {
        DriverMemory.require(request.computation(largestToSmallest().get(0)).problem(), 0);
    }

    @Override
    public StudyRecord record() {
        return request.record();
    }

    @Override
    public long expectedRuns() {
        int engines = request.workers().size();
        return request.settings().runs() * (1 + engines)
                + request.settings().restarts(request.engine(), engines)
                + RowCost.PASSES
                + (long) Trials.CALIBRATION_RUNS * engines;
    }

    @Override
    public ScalingResult execute(Optional<RunLog> log, StudyListener listener) throws IOException {
        Trials trials = new Trials(NAME, request.settings().seed(), log, listener::ran);
        earlier.forEach(trials::recall);
        List<Environment> environments = new ArrayList<>();
        List<Workers> stations = new ArrayList<>();
        stations.add(new Workers(EngineKind.SERIAL, 1, ONE_BAND, trials, engine -> listener.started(engine)));
        for (int workers : request.workers()) {
            stations.add(
                    new Workers(request.engine(), workers, new Partitioning(request.schedule()), trials, engine -> {
                        environments.add(HostEnvironment.of(engine));
                        listener.started(engine);
                    }));
        }
        stations.removeIf(station -> station.made() >= request.settings().repeats());
        new Turns(request.settings(), stations).take();
        try (Engine serial = new SerialEngine()) {
            for (int i = RowCost.passes(trials.runs(), Unit.ROW).size() + 1; i <= RowCost.PASSES; i++) {
                trials.run(EngineKind.SERIAL, serial, request.computation(), ROW_BY_ROW, Phase.REFERENCE, i);
            }
        }
        return ScalingResult.of(
                request,
                environments,
                trials.runs(),
                CountsSample.of(request.computation().problem()));
    }

    private List<Integer> largestToSmallest() {
        List<Integer> workers = new ArrayList<>(request.workers());
        Collections.reverse(workers);
        return workers;
    }

    /** A number of workers, the only configuration of its engine. */
    private final class Workers extends EngineStation implements Turns.Configuration {
        private final int workers;
        private final Partitioning partitioning;
        private final Trials trials;
        private final Consumer<Engine> atStart;

        Workers(EngineKind kind, int workers, Partitioning partitioning, Trials trials, Consumer<Engine> atStart) {
            super(
                    new EngineChoice(kind, OptionalInt.of(workers), SparkEngine.WebInterface.OFF),
                    NAME + " " + request.computation().problem().name());
            this.workers = workers;
            this.partitioning = partitioning;
            this.trials = trials;
            this.atStart = atStart;
        }

        @Override
        void started(Engine started, long startNanos) {
            atStart.accept(started);
        }

        @Override
        public List<Workers> configurations() {
            return List.of(this);
        }

        @Override
        public int made() {
            return ScalingResult.measured(trials.runs(), kind(), workers).size();
        }

        @Override
        public Run run(Phase phase, int repeat) throws IOException {
            return trials.run(kind(), engine(), request.computation(workers), partitioning, phase, repeat);
        }

        @Override
        public void measured() throws IOException {
            if (kind() != EngineKind.SERIAL) {
                trials.calibrate(kind(), engine());
            }
        }
    }
}
