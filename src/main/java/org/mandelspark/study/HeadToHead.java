package org.mandelspark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.SerialEngine;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.study.HeadToHeadResult.Session;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.Workload;

/**
 * Kernels and engines on one problem, each repeated, all giving the same answer.
 *
 * <p>The serial run of the plain kernel comes first and says what the answer is; a run that gives another ends the study. Then kernels
 * and engines take their {@link Turns}. Starting an engine and checking answers is not timed.
 */
public final class HeadToHead implements Study<HeadToHeadResult> {
    /** Name of the study in its records. */
    public static final String NAME = "kernels";

    private final HeadToHeadRequest request;
    private final Function<Computation<?>, Workload<?>> workloads;
    private final List<Session> sessions = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();

    /**
     * A study that has done nothing yet.
     *
     * @param request who meets whom
     */
    public HeadToHead(HeadToHeadRequest request) {
        this(request, Computation::workload);
    }

    /**
     * The same with other workloads.
     *
     * @param workloads what to compute for a computation
     */
    public HeadToHead(HeadToHeadRequest request, Function<Computation<?>, Workload<?>> workloads) {
        this.request = request;
        this.workloads = workloads;
    }

    @Override
    public StudyRecord record() {
        return request.record();
    }

    @Override
    public long expectedRuns() {
        long contestants = 0;
        for (EngineChoice choice : choices()) {
            contestants += contestants(choice.kind(), 1).size();
        }
        return 1
                + contestants * request.settings().runs()
                + request.settings()
                        .restarts(EngineKind.SPARK, request.workers().size());
    }

    @Override
    public HeadToHeadResult execute(Optional<RunLog> log, StudyListener listener) throws IOException {
        Trials trials = new Trials(NAME, request.settings().seed(), log, listener::ran);
        try (Engine serial = new SerialEngine()) {
            run(trials, serial, request.baseline(), Phase.REFERENCE, 1);
        }
        new Turns(
                        request.settings(),
                        choices().stream()
                                .map(choice -> new Contest(choice, trials, listener))
                                .toList())
                .take();
        return HeadToHeadResult.of(request, sessions, runs);
    }

    /** The serial engine always takes part, with the baseline at least. */
    private List<EngineChoice> choices() {
        List<EngineChoice> choices = new ArrayList<>();
        choices.add(choice(EngineKind.SERIAL, OptionalInt.empty()));
        for (EngineKind kind : request.engines()) {
            if (kind == EngineKind.SERIAL) {
                continue;
            }
            if (request.workers().isEmpty()) {
                choices.add(choice(kind, OptionalInt.empty()));
            }
            request.workers().forEach(workers -> choices.add(choice(kind, OptionalInt.of(workers))));
        }
        return choices;
    }

    private static EngineChoice choice(EngineKind kind, OptionalInt workers) {
        return new EngineChoice(kind, workers, SparkEngine.WebInterface.OFF);
    }

    /** Kernels that leave nothing out take part once, others once for each thing that they may. */
    private List<Contestant> contestants(EngineKind engine, int workers) {
        List<Contestant> contestants = new ArrayList<>();
        if (engine == EngineKind.SERIAL) {
            contestants.add(request.baseline());
        }
        if (request.engines().contains(engine)) {
            for (KernelKind kernel : request.kernels()) {
                for (Interior interior : request.interiors(kernel)) {
                    contestants.add(new Contestant(kernel, interior, engine, workers));
                }
            }
        }
        return contestants.stream().distinct().toList();
    }

    private Run run(Trials trials, Engine engine, Contestant contestant, Phase phase, int repeat) throws IOException {
        Computation<?> computation = request.computation().computedBy(contestant.kernel(), contestant.interior());
        Run run = trials.run(
                contestant.engine(),
                engine,
                computation,
                workloads.apply(computation),
                request.partitioning(),
                phase,
                repeat);
        runs.add(run);
        return run;
    }

    /** An engine and the kernels that meet on it. */
    private final class Contest extends EngineStation {
        private final Trials trials;
        private final StudyListener listener;
        private final List<Turns.Configuration> configurations = new ArrayList<>();

        Contest(EngineChoice choice, Trials trials, StudyListener listener) {
            super(choice, NAME + " " + request.computation().problem().name());
            this.trials = trials;
            this.listener = listener;
        }

        @Override
        void started(Engine started, long startNanos) {
            if (request.workers().size() > 1 && !started.sharesThisMachine()) {
                throw new IllegalArgumentException("several --workers need Spark's local mode: a cluster's cores are"
                        + " asked for by the options before the command, once");
            }
            sessions.add(new Session(
                    kind(),
                    started.workers().count(),
                    started.workers().source(),
                    HostEnvironment.of(started),
                    OptionalLong.of(startNanos)));
            listener.started(started);
            for (Contestant contestant : contestants(kind(), started.workers().count())) {
                configurations.add((phase, repeat) -> HeadToHead.this.run(trials, engine(), contestant, phase, repeat));
            }
        }

        @Override
        public List<Turns.Configuration> configurations() {
            return configurations;
        }
    }
}
