package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.Run;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Origin;
import org.mandelspark.study.CountsSample;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.ModelledRun;
import org.mandelspark.study.RecordedStudy;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.study.Simulation;
import org.mandelspark.study.StudyResult;

/** Runs of a study that a page can show bar by bar: measured ones, and those that its simulation models. */
final class ExploredStudy {
    /** Numbers of virtual workers whose lanes can still be told apart. */
    private static final List<Integer> WORKERS = List.of(1, 2, 4, 8, 16, 32, 64);

    private final RecordedStudy study;
    private final StudyResult result;

    ExploredStudy(RecordedStudy study) {
        this.study = study;
        this.result = study.result();
    }

    /** Kinds of runs, the one that a reader wants first before the others. */
    enum Kind {
        /** The repeat of each configuration that stands for all. */
        MEDIAN("medians"),
        /** Runs that nobody measured. */
        SIMULATED("simulated"),
        /** All other repeats. */
        REPEAT("other repeats"),
        /** Runs that do not count. */
        ASIDE("warm-ups and references");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * A run that has not been made ready to be shown.
     *
     * @param kind its kind
     * @param chunks number of its chunks
     * @param made makes it ready
     */
    record Offer(Kind kind, int chunks, Supplier<ExploredRun> made) {}

    /** All runs that can be shown, kind by kind. */
    List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        List<Run> medians = medians();
        medians.forEach(run -> offers.add(measured(Kind.MEDIAN, run)));
        offers.addAll(replays());
        offers.addAll(models());
        result.ordered().filter(run -> !run.isVoid()).forEach(run -> {
            switch (run.phase()) {
                case MEASURED -> {
                    if (!medians.contains(run)) {
                        offers.add(measured(Kind.REPEAT, run));
                    }
                }
                case WARMUP, REFERENCE -> offers.add(measured(Kind.ASIDE, run));
                case CALIBRATION -> {
                    // It computes nothing of the problem.
                }
            }
        });
        return offers.stream().sorted(Comparator.comparing(Offer::kind)).toList();
    }

    private List<Run> medians() {
        return result.configurations().values().stream()
                .map(runs -> runs.stream()
                        .filter(run -> run.phase() == Phase.MEASURED && !run.isVoid())
                        .toList())
                .filter(runs -> !runs.isEmpty())
                .map(TimedRun::median)
                .toList();
    }

    private Offer measured(Kind kind, Run run) {
        String phase = run.phase() == Phase.MEASURED ? "repeat" : run.phase() == Phase.WARMUP ? "warm-up" : "reference";
        String name = "%s, %s %d%s"
                .formatted(configuration(run), phase, run.repeat(), kind == Kind.MEDIAN ? " (median)" : "");
        return new Offer(kind, run.chunks().size(), () -> ExploredRun.executed(name, run));
    }

    /** The schedule or whatever else varies, and the workers, each once. */
    private String configuration(Run run) {
        if (result instanceof HeadToHeadResult) {
            return result.configuration(run);
        }
        String varied = result instanceof ScalingResult ? run.schedule().label() : result.configuration(run);
        return varied + ", " + workers(run.engine() + " with", run.workers());
    }

    private static String workers(String before, int workers) {
        return before + " " + Format.count(workers, "worker");
    }

    /** Chunks of a study for virtual workers on as many as were asked for. */
    private Stream<Offer> replayed(BalanceResult balance) {
        return balance.rows().stream()
                .filter(row -> row.origin() == Origin.SIMULATED)
                .map(row -> {
                    String name = row.label() + ", " + workers("replayed on", row.workers());
                    return new Offer(
                            Kind.SIMULATED,
                            row.chunks(),
                            () -> ExploredRun.replayed(name, row.median(), row.workers()));
                });
    }

    private List<Offer> replays() {
        return result instanceof BalanceResult balance ? replayed(balance).toList() : List.of();
    }

    /** What the simulation of the static page says of few enough workers, chunk by chunk. */
    private List<Offer> models() {
        if (study.simulation().isEmpty() || result.measured().isEmpty()) {
            return List.of();
        }
        StudyResult.Measured own = result.measured().get();
        List<Schedule> schedules = study.simulation().get().rows().stream()
                .map(row -> Schedule.parse(row.schedule()))
                .distinct()
                .toList();
        List<Integer> workers = Stream.concat(Stream.of(own.workers()), WORKERS.stream())
                .distinct()
                .sorted()
                .toList();
        Run alike = study.runs().stream()
                .filter(run -> run.phase() != Phase.CALIBRATION && run.unit().equals(own.unit()))
                .findFirst()
                .orElseThrow();
        return new Simulation(study.runs(), own.unit(), schedules, workers, Simulation.Engine.MEASURED)
                .runs().stream().map(run -> modelled(run, alike)).toList();
    }

    private static Offer modelled(ModelledRun run, Run alike) {
        String name = run.unit().behind(run.schedule())
                + ", "
                + workers("simulated with", run.replay().workers());
        return new Offer(Kind.SIMULATED, run.chunks().size(), () -> ExploredRun.modelled(name, alike, run));
    }

    /** Counts of the problem, for a picture of what its cells cost; nothing if it is not a view or too much work. */
    Optional<CountsSample> sample() {
        if (result instanceof BalanceResult balance) {
            return balance.picture();
        }
        if (result instanceof ScalingResult scaling) {
            return scaling.picture();
        }
        return result.problem().shown().flatMap(CountsSample::of);
    }
}
