package org.mandelspark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.SerialEngine;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.measure.Phase;
import org.mandelspark.output.Environment;
import org.mandelspark.output.RecordedRun;
import org.mandelspark.output.RunLog;
import org.mandelspark.schedule.Schedule;

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
        DriverMemory.require(request.subject(largestToSmallest().get(0)), 0);
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
            for (int i = RowCost.passes(trials.runs()).size() + 1; i <= RowCost.PASSES; i++) {
                trials.run(EngineKind.SERIAL, serial, request.subject(), ROW_BY_ROW, Phase.REFERENCE, i);
            }
        }
        List<Integer> order = new ArrayList<>(request.workers());
        Collections.shuffle(order, new Random(request.settings().seed()));
        for (int workers : order) {
            if (ScalingResult.measured(trials.runs(), request.engine(), workers).size()
                    < request.settings().repeats()) {
                EngineChoice choice =
                        new EngineChoice(request.engine(), OptionalInt.of(workers), SparkEngine.WebInterface.OFF);
                try (Engine engine =
                        choice.start(NAME + " " + request.subject().problem().name())) {
                    environments.add(HostEnvironment.of(engine));
                    listener.started(engine);
                    repeat(trials, request.engine(), engine, workers, new Cut(request.schedule()));
                    trials.calibrate(request.engine(), engine);
                }
            }
        }
        return ScalingResult.of(request, environments, trials.runs(), CountsSample.of(request.subject()));
    }

    private List<Integer> largestToSmallest() {
        List<Integer> workers = new ArrayList<>(request.workers());
        Collections.reverse(workers);
        return workers;
    }

    private void repeat(Trials trials, EngineKind kind, Engine engine, int workers, Cut cut) throws IOException {
        Subject<?> subject = request.subject(workers);
        int made = ScalingResult.measured(trials.runs(), kind, workers).size();
        if (made >= request.settings().repeats()) {
            return;
        }
        for (int i = 1; i <= request.settings().warmups(); i++) {
            trials.run(kind, engine, subject, cut, Phase.WARMUP, i);
        }
        for (int i = made + 1; i <= request.settings().repeats(); i++) {
            trials.run(kind, engine, subject, cut, Phase.MEASURED, i);
        }
    }
}
