package org.mandelspark.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.Execution;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.SerialEngine;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.ChunkTiming;
import org.mandelspark.measure.Spread;
import org.mandelspark.schedule.Plan;
import org.mandelspark.study.HeadToHeadResult.Row;
import org.mandelspark.study.HeadToHeadResult.Session;
import org.mandelspark.workload.EscapeTime;
import org.mandelspark.workload.Workload;

/**
 * Kernels and engines on one view, each repeated, all giving the same counts.
 *
 * <p>The naive serial run comes first and says what the answer is; a run that gives another ends the study. Engines
 * are started one after the other, in random order: two Spark contexts cannot live in one JVM. While one runs, its
 * kernels are warmed up and then measured in random order, repeat by repeat, so that whatever drifts meanwhile (clock
 * rate, neighbours, compilers) drifts for all of them alike. Starting an engine and checking answers is not timed.
 */
public final class HeadToHead {
    private final HeadToHeadRequest request;
    private final BiFunction<KernelKind, Interior, Workload<int[]>> workloads;
    private final List<Session> sessions = new ArrayList<>();
    private final List<TimedRun> runs = new ArrayList<>();
    private final long startNanos = System.nanoTime();

    /**
     * A study that has done nothing yet.
     *
     * @param request who meets whom
     */
    public HeadToHead(HeadToHeadRequest request) {
        this(request, (kernel, interior) -> escapeTime(request.view(), kernel, interior));
    }

    /**
     * The same with other workloads.
     *
     * @param workloads what to compute, by kernel and what it may leave out
     */
    public HeadToHead(HeadToHeadRequest request, BiFunction<KernelKind, Interior, Workload<int[]>> workloads) {
        this.request = request;
        this.workloads = workloads;
    }

    /**
     * Finds out, before anything is started, whether the study can succeed.
     *
     * @throws IllegalArgumentException if not, with the reason for people
     */
    public void check() {
        DriverMemory.require(request.view(), workloads.apply(KernelKind.NAIVE, Interior.NONE), 0);
    }

    /** Number of runs there will be. */
    public long expectedRuns() {
        long contestants = 0;
        for (EngineChoice choice : choices()) {
            contestants += contestants(choice.kind(), 1).size();
        }
        return 1 + contestants * ((long) request.warmups() + request.repeats());
    }

    /**
     * Runs everything.
     *
     * @throws StudyException if a run gives another answer than the baseline
     * @throws org.mandelspark.engine.EngineException if a run failed
     * @throws IllegalArgumentException if an engine cannot do what is asked
     */
    public HeadToHeadResult execute(HeadToHeadListener listener) {
        Random random = new Random(request.seed());
        try (Engine serial = new SerialEngine()) {
            run(serial, Contestant.BASELINE, TimedRun.Phase.REFERENCE, listener);
        }
        List<EngineChoice> order = choices();
        Collections.shuffle(order, random);
        for (EngineChoice choice : order) {
            hold(choice, random, listener);
        }
        TimedRun reference = runs.get(0);
        return new HeadToHeadResult(request, reference.checksum(), reference.iterations(), sessions, rows(), runs);
    }

    private static Workload<int[]> escapeTime(View view, KernelKind kernel, Interior interior) {
        return EscapeTime.of(view, kernel, interior);
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
            contestants.add(Contestant.BASELINE);
        }
        if (request.engines().contains(engine)) {
            for (KernelKind kernel : request.kernels()) {
                for (Interior interior : kernel == KernelKind.SIMD ? request.interiors() : List.of(Interior.NONE)) {
                    contestants.add(new Contestant(kernel, interior, engine, workers));
                }
            }
        }
        return contestants.stream().distinct().toList();
    }

    private void hold(EngineChoice choice, Random random, HeadToHeadListener listener) {
        long start = System.nanoTime();
        try (Engine engine = choice.start("kernels " + request.view().name())) {
            if (request.workers().size() > 1 && !engine.sharesThisMachine()) {
                throw new IllegalArgumentException("several --workers need Spark's local mode: a cluster's cores are"
                        + " asked for by the options before the command, once");
            }
            sessions.add(new Session(
                    choice.kind(),
                    engine.workers().count(),
                    engine.workers().source(),
                    HostEnvironment.of(engine),
                    System.nanoTime() - start));
            listener.started(engine);
            List<Contestant> contestants =
                    contestants(choice.kind(), engine.workers().count());
            rounds(engine, contestants, TimedRun.Phase.WARMUP, request.warmups(), random, listener);
            rounds(engine, contestants, TimedRun.Phase.MEASURED, request.repeats(), random, listener);
        }
    }

    private void rounds(
            Engine engine,
            List<Contestant> contestants,
            TimedRun.Phase phase,
            int rounds,
            Random random,
            HeadToHeadListener listener) {
        List<Contestant> order = new ArrayList<>(contestants);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (Contestant contestant : order) {
                run(engine, contestant, phase, listener);
            }
        }
    }

    private void run(Engine engine, Contestant contestant, TimedRun.Phase phase, HeadToHeadListener listener) {
        Workload<int[]> workload = workloads.apply(contestant.kernel(), contestant.interior());
        Plan<int[]> plan = request.cut().plan(workload, engine.workers());
        DriverMemory.require(request.view(), workload, engine.inFlightBytes(plan));
        long start = System.nanoTime();
        Execution<int[]> execution = engine.execute(plan, (cells, iterations) -> {});
        TimedRun run = new TimedRun(
                contestant,
                phase,
                start - startNanos,
                execution.wallNanos(),
                execution.chunks().stream().mapToLong(ChunkTiming::kernelNanos).sum(),
                execution.iterations(),
                execution.steps(),
                workload.cells().checksum(execution.cells(), plan.cells()),
                execution.methods());
        requireTheAnswer(run);
        runs.add(run);
        listener.ran(run);
    }

    private void requireTheAnswer(TimedRun run) {
        if (runs.isEmpty()) {
            return;
        }
        TimedRun reference = runs.get(0);
        if (!run.checksum().equals(reference.checksum()) || run.iterations() != reference.iterations()) {
            throw new StudyException(
                    "%s gave other counts than the naive baseline: checksum %s and %,d iterations, not %s and %,d"
                            .formatted(
                                    run.contestant(),
                                    run.checksum(),
                                    run.iterations(),
                                    reference.checksum(),
                                    reference.iterations()));
        }
    }

    private List<Row> rows() {
        Map<Contestant, List<TimedRun>> measured = new LinkedHashMap<>();
        runs.stream()
                .filter(run -> run.phase() == TimedRun.Phase.MEASURED)
                .forEach(run -> measured.computeIfAbsent(run.contestant(), contestant -> new ArrayList<>())
                        .add(run));
        Spread baseline = seconds(measured.get(Contestant.BASELINE));
        return measured.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(tableOrder()))
                .map(entry -> row(entry.getKey(), entry.getValue(), baseline))
                .toList();
    }

    private Comparator<Contestant> tableOrder() {
        return Comparator.comparing((Contestant contestant) -> !contestant.equals(Contestant.BASELINE))
                .thenComparing(contestant -> request.kernels().indexOf(contestant.kernel()))
                .thenComparing(contestant -> request.interiors().indexOf(contestant.interior()))
                .thenComparing(contestant -> request.engines().indexOf(contestant.engine()))
                .thenComparing(Contestant::workers);
    }

    private static Row row(Contestant contestant, List<TimedRun> measured, Spread baseline) {
        Spread seconds = seconds(measured);
        TimedRun first = measured.get(0);
        return new Row(
                contestant,
                seconds,
                first.iterations() / seconds.median() / 1e9,
                baseline.median() / seconds.median(),
                seconds.against(baseline),
                first.steps(),
                measured.stream()
                        .flatMap(run -> run.methods().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                first.checksum());
    }

    private static Spread seconds(List<TimedRun> runs) {
        return Spread.of(runs.stream()
                .mapToDouble(run -> run.wallNanos() / (double) TimeUnit.SECONDS.toNanos(1))
                .toArray());
    }
}
