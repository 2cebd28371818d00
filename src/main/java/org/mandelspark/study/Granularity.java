package org.mandelspark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Environment;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;

/**
 * The same picture by tasks of a pixel, a row and a band, or of any tile: the lesson of the MagPi article (issue 57), with what a task
 * costs fitted to it. Each grain is repeated, in random order; all give the same answer.
 */
public final class Granularity implements Study<GranularityResult> {
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

    @Override
    public StudyRecord record() {
        return request.record();
    }

    @Override
    public long expectedRuns() {
        return request.grains().size() * request.settings().runs();
    }

    @Override
    public GranularityResult execute(Optional<RunLog> log, StudyListener listener) throws IOException {
        Trials trials = new Trials(NAME, request.settings().seed(), log, listener::ran);
        Grains grains = new Grains(trials, listener);
        new Turns(request.settings(), List.of(grains)).take();
        return GranularityResult.of(request, grains.environment, grains.workers, trials.runs());
    }

    /** The engine on which all of them run. */
    private final class Grains extends EngineStation {
        private final Trials trials;
        private final StudyListener listener;
        private Environment environment;
        private WorkerCount workers;

        Grains(Trials trials, StudyListener listener) {
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
            request.grains().forEach(grain -> configurations.add((phase, repeat) -> run(grain, phase, repeat)));
            return configurations;
        }

        private Run run(Grain grain, Phase phase, int repeat) throws IOException {
            return trials.run(kind(), engine(), request.computation(), grain.partitioning(), phase, repeat);
        }
    }
}
