package org.mandelspark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.output.RunLog;

/**
 * The same picture by tasks of a pixel, a row and a band: the lesson of the MagPi article (issue 57), with what a task
 * costs fitted to it. Each grain is repeated, in random order; all give the same answer.
 */
public final class Granularity {
    /** Name of the study in its records. */
    public static final String NAME = "granularity";

    private final GranularityRequest request;

    /**
     * A study that has done nothing yet.
     *
     * @param request how it is to be made
     */
    public Granularity(GranularityRequest request) {
        this.request = request;
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
        return request.grains().size() * ((long) settings.warmups() + settings.repeats());
    }

    /**
     * Runs everything.
     *
     * @param log where each run is kept at once, if anywhere
     * @throws StudyException if a run gives another answer than the first
     * @throws org.mandelspark.engine.EngineException if a run failed
     * @throws IllegalArgumentException if an engine cannot do what is asked
     * @throws IOException if a record cannot be written
     */
    public GranularityResult execute(Optional<RunLog> log, StudyListener listener) throws IOException {
        StudySettings settings = request.settings();
        Trials trials = new Trials(NAME, settings.seed(), log, listener::ran);
        EngineChoice choice = new EngineChoice(request.engine(), request.workers(), SparkEngine.WebInterface.OFF);
        try (Engine engine =
                choice.start(NAME + " " + request.subject().problem().name())) {
            listener.started(engine);
            Random random = new Random(settings.seed());
            rounds(trials, engine, Phase.WARMUP, settings.warmups(), random);
            Map<Grain, List<MeasuredRun>> measured = rounds(trials, engine, Phase.MEASURED, settings.repeats(), random);
            return GranularityResult.of(request, HostEnvironment.of(engine), engine.workers(), measured, trials.runs());
        }
    }

    private Map<Grain, List<MeasuredRun>> rounds(Trials trials, Engine engine, Phase phase, int rounds, Random random)
            throws IOException {
        Map<Grain, List<MeasuredRun>> runs = new LinkedHashMap<>();
        List<Grain> order = new ArrayList<>(request.grains());
        Subject<?> subject = request.subject();
        for (int round = 1; round <= rounds; round++) {
            Collections.shuffle(order, random);
            for (Grain grain : order) {
                MeasuredRun run = trials.run(
                        request.engine(),
                        engine,
                        subject,
                        grain.workload(subject),
                        new Cut(grain.schedule()),
                        phase,
                        round);
                runs.computeIfAbsent(grain, none -> new ArrayList<>()).add(run);
            }
        }
        return runs;
    }
}
