package org.mandelspark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.SerialEngine;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.measure.Phase;
import org.mandelspark.output.Environment;
import org.mandelspark.output.RecordedRun;
import org.mandelspark.output.RunLog;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.BalanceRequest.Contestant;

/**
 * Schedules against each other on one engine, each repeated in random order, all giving the same answer.
 *
 * <p>With virtual workers, schedules cut for so many, the engine's own workers compute the chunks one after another as
 * they can, and the chunks as measured are replayed on the virtual ones ({@link MeasuredRun#replay}), each with the core
 * time that a task of its run took beside its kernel. At last one thread computes row by row, for what each row costs.
 */
public final class Balance {
    /** Name of the study in its records. */
    public static final String NAME = "balance";

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
        DriverMemory.require(request.subject(), 0);
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
        try (Engine engine =
                choice.start(NAME + " " + request.subject().problem().name())) {
            environment = HostEnvironment.of(engine);
            workers = engine.workers();
            listener.started(engine);
            rounds(trials, engine);
            trials.calibrate(request.engine(), engine);
        }
        try (Engine serial = new SerialEngine()) {
            for (int i = 1; i <= RowCost.PASSES; i++) {
                trials.run(EngineKind.SERIAL, serial, request.subject(), ROW_BY_ROW, Phase.REFERENCE, i);
            }
        }
        return BalanceResult.of(request, environment, workers, trials.runs(), CountsSample.of(request.subject()));
    }

    private void rounds(Trials trials, Engine engine) throws IOException {
        StudySettings settings = request.settings();
        Random random = new Random(settings.seed());
        List<Contestant> order = new ArrayList<>(request.contestants());
        order.removeIf(contestant -> request.measured(trials.runs(), contestant).size() >= settings.repeats());
        for (int round = 1; round <= settings.warmups(); round++) {
            Collections.shuffle(order, random);
            for (Contestant contestant : order) {
                run(trials, engine, contestant, Phase.WARMUP, round);
            }
        }
        for (int round = 1; round <= settings.repeats(); round++) {
            Collections.shuffle(order, random);
            for (Contestant contestant : order) {
                if (request.measured(trials.runs(), contestant).size() < round) {
                    run(trials, engine, contestant, Phase.MEASURED, round);
                }
            }
        }
    }

    private void run(Trials trials, Engine engine, Contestant contestant, Phase phase, int repeat) throws IOException {
        trials.run(request.engine(), engine, request.subject(), request.cut(contestant), phase, repeat);
    }
}
