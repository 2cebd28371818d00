package org.mandelspark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.SerialEngine;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.Environment;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.BalanceRequest.Contestant;

/**
 * Schedules against each other on one engine, each repeated in random order, all giving the same answer.
 *
 * <p>With virtual workers, schedules cut for so many, the engine's own workers compute the chunks one after another as
 * they can, and the chunks as measured are replayed on the virtual ones ({@link TimedRun#replay}), each with the core
 * time that a task of its run took besides its kernel. Finally one thread computes row by row, or tile by tile, to measure
 * what each costs.
 */
public final class Balance implements Study<BalanceResult> {
    /** Name of the study in its records. */
    public static final String NAME = "balance";

    private static final Partitioning ONE_BY_ONE = new Partitioning(Schedule.parse("self"));

    private final BalanceRequest request;
    private final List<Run> earlier;

    /**
     * A study that has done nothing yet.
     *
     * @param request how it is to be made
     * @param earlier runs of an earlier sitting that count as measured here
     * @throws IllegalArgumentException if those are of another study
     */
    public Balance(BalanceRequest request, List<Run> earlier) {
        this.request = request;
        this.earlier = List.copyOf(earlier);
        EarlierRuns.requireSameStudy(NAME, earlier, List.of(request.computation()));
    }

    @Override
    public StudyRecord record() {
        return request.record();
    }

    @Override
    public long expectedRuns() {
        return request.contestants().size() * request.settings().runs()
                + Trials.CALIBRATION_RUNS
                + (long) RowCost.PASSES * request.units().size();
    }

    @Override
    public BalanceResult execute(Optional<RunLog> log, StudyListener listener) throws IOException {
        Trials trials = new Trials(NAME, request.settings().seed(), log, listener::ran);
        earlier.forEach(trials::recall);
        Schedules schedules = new Schedules(trials, listener);
        new Turns(request.settings(), List.of(schedules)).take();
        try (Engine serial = new SerialEngine()) {
            for (Unit unit : request.units()) {
                for (int i = 1; i <= RowCost.PASSES; i++) {
                    trials.run(
                            EngineKind.SERIAL, serial, request.computation(), ONE_BY_ONE.in(unit), Phase.REFERENCE, i);
                }
            }
        }
        return BalanceResult.of(
                request,
                schedules.environment,
                schedules.workers,
                trials.runs(),
                CountsSample.of(request.computation().problem()));
    }

    /** The engine on which all of them run. */
    private final class Schedules extends EngineStation {
        private final Trials trials;
        private final StudyListener listener;
        private Environment environment;
        private WorkerCount workers;

        Schedules(Trials trials, StudyListener listener) {
            super(
                    new EngineChoice(request.engine(), request.workers(), SparkEngine.WebInterface.OFF),
                    NAME + " " + request.computation().problem().name());
            this.trials = trials;
            this.listener = listener;
        }

        @Override
        void started(Engine started, long startNanos) {
            environment = HostEnvironment.of(started);
            workers = started.workers();
            listener.started(started);
        }

        @Override
        public List<Turns.Configuration> configurations() {
            List<Turns.Configuration> configurations = new ArrayList<>();
            request.contestants().forEach(contestant -> configurations.add(new Scheduled(contestant)));
            return configurations;
        }

        @Override
        public void measured() throws IOException {
            trials.calibrate(kind(), engine());
        }

        /** One of them. */
        private final class Scheduled implements Turns.Configuration {
            private final Contestant contestant;

            Scheduled(Contestant contestant) {
                this.contestant = contestant;
            }

            @Override
            public int made() {
                return request.measured(trials.runs(), contestant).size();
            }

            @Override
            public Run run(Phase phase, int repeat) throws IOException {
                return trials.run(
                        kind(), engine(), request.computation(), request.partitioning(contestant), phase, repeat);
            }
        }
    }
}
