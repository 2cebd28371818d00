package org.mandelspark.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.output.Environment;
import org.mandelspark.output.RecordedRun;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.HeadToHeadResult.Session;
import org.mandelspark.study.ScalingRequest.Mode;

/**
 * A study folder read back: what its runs come to, computed anew by what computed it first, and what is wrong with it.
 *
 * <p>A folder may have been stopped halfway, gone on with elsewhere, or made by a stranger; so its runs are checked, and
 * whatever they lack is told and not filled in.
 *
 * @param result what the runs come to
 * @param simulation what its rows say of more workers, if it measured what that takes
 * @param runs every run as it was recorded
 * @param gaps what weakens the result, in sentences for people
 */
public record RecordedStudy(
        StudyResult result, Optional<SimulationResult> simulation, List<RecordedRun> runs, List<String> gaps) {
    /** What is simulated if nobody asks for something else. */
    private static final List<Integer> WORKERS = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 1024);

    public RecordedStudy {
        runs = List.copyOf(runs);
        gaps = List.copyOf(gaps);
    }

    /**
     * Reads a study back.
     *
     * @param runs all runs of a folder
     * @throws IllegalArgumentException if no study can be made of them, with the reason for people
     */
    public static RecordedStudy of(List<RecordedRun> runs) {
        RunChecks checks = new RunChecks(runs);
        checks.requireUsable();
        List<String> gaps = new ArrayList<>(checks.gaps());
        try {
            StudyResult result = result(checks.study(), runs, gaps);
            return new RecordedStudy(result, simulation(result, runs, gaps), runs, gaps);
        } catch (StudyException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Where the first of its measured runs took place that was not a plain loop, if there is one. */
    public Environment environment() {
        return runs.stream()
                .filter(run -> run.environment().spark().isPresent())
                .findFirst()
                .orElse(runs.get(0))
                .environment();
    }

    private static StudyResult result(String study, List<RecordedRun> runs, List<String> gaps) {
        RecordedRequests requests = new RecordedRequests(runs);
        List<MeasuredRun> measured = runs.stream().map(RecordedRun::run).toList();
        return switch (study) {
            case Scaling.NAME -> {
                ScalingRequest request = requests.scaling();
                yield ScalingResult.of(
                        request,
                        environments(runs, request.engine()),
                        measured,
                        picture(request.subject(), single(measured), gaps));
            }
            case Balance.NAME -> {
                BalanceRequest request = requests.balance();
                RecordedRun first = first(runs, request.engine());
                yield BalanceResult.of(
                        request,
                        first.environment(),
                        new WorkerCount(first.run().workers(), first.workersSource()),
                        measured,
                        picture(request.subject(), first.run(), gaps));
            }
            case HeadToHead.NAME -> headToHead(requests.headToHead(), runs);
            case Granularity.NAME -> granularity(requests.granularity(), runs);
            default ->
                throw new IllegalArgumentException("it holds runs of '" + study + "', and known studies are "
                        + String.join(", ", Scaling.NAME, Balance.NAME, HeadToHead.NAME, Granularity.NAME));
        };
    }

    private static HeadToHeadResult headToHead(HeadToHeadRequest request, List<RecordedRun> runs) {
        Map<String, Session> sessions = new LinkedHashMap<>();
        List<TimedRun> timed = new ArrayList<>();
        for (RecordedRun recorded : usable(runs)) {
            MeasuredRun run = recorded.run();
            EngineKind engine = EngineKind.parse(run.engine());
            Subject<?> subject = Subject.of(recorded.asked());
            timed.add(new TimedRun(new Contestant(subject.kernel(), subject.interior(), engine, run.workers()), run));
            sessions.putIfAbsent(
                    run.engine() + run.workers(),
                    new Session(
                            engine,
                            run.workers(),
                            recorded.workersSource(),
                            recorded.environment(),
                            OptionalLong.empty()));
        }
        return HeadToHeadResult.of(request, List.copyOf(sessions.values()), timed);
    }

    private static GranularityResult granularity(GranularityRequest request, List<RecordedRun> runs) {
        List<MeasuredRun> usable = usable(runs).stream().map(RecordedRun::run).toList();
        RecordedRun first = first(runs, request.engine());
        return GranularityResult.of(
                request,
                first.environment(),
                new WorkerCount(first.run().workers(), first.workersSource()),
                usable.stream()
                        .filter(run -> run.phase() == Phase.MEASURED)
                        .collect(Collectors.groupingBy(run -> Grain.of(run, request.subject()))),
                usable);
    }

    /** The schedules that everybody knows and the study's own. */
    private static Optional<SimulationResult> simulation(
            StudyResult result, List<RecordedRun> runs, List<String> gaps) {
        String own;
        int measured;
        if (result instanceof BalanceResult balance) {
            own = balance.best().schedule();
            measured = balance.workers();
        } else if (result instanceof ScalingResult scaling && scaling.request().mode() == Mode.STRONG) {
            own = scaling.request().schedule().label();
            measured = scaling.rows().get(scaling.rows().size() - 1).workers();
        } else {
            return Optional.empty();
        }
        List<Schedule> schedules = Stream.of("static", "cyclic", "auto", own)
                .distinct()
                .map(Schedule::parse)
                .toList();
        List<Integer> workers = Stream.concat(Stream.of(measured), WORKERS.stream())
                .distinct()
                .sorted()
                .toList();
        try {
            return Optional.of(new Simulation(runs, schedules, workers, Simulation.Engine.MEASURED).execute());
        } catch (IllegalArgumentException e) {
            gaps.add("Nothing is simulated: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private static List<RecordedRun> usable(List<RecordedRun> runs) {
        return runs.stream().filter(run -> !run.run().isVoid()).toList();
    }

    /** A run of what one worker computes: more of them have more rows where scaling is weak. */
    private static MeasuredRun single(List<MeasuredRun> runs) {
        return runs.stream()
                .filter(run -> run.phase() == Phase.MEASURED && run.workers() == 1)
                .findFirst()
                .orElseThrow();
    }

    private static RecordedRun first(List<RecordedRun> runs, EngineKind engine) {
        return runs.stream()
                .filter(run ->
                        run.run().engine().equals(engine.label()) && run.run().phase() != Phase.CALIBRATION)
                .findFirst()
                .orElseThrow();
    }

    private static List<Environment> environments(List<RecordedRun> runs, EngineKind engine) {
        return runs.stream()
                .filter(run -> run.run().engine().equals(engine.label()))
                .map(RecordedRun::environment)
                .distinct()
                .toList();
    }

    /** The picture, held against what the runs gave where all of it is there. */
    private static Optional<CountsSample> picture(Subject<?> subject, MeasuredRun run, List<String> gaps) {
        if (!(subject instanceof ViewSubject view)) {
            return Optional.empty();
        }
        Optional<CountsSample> picture = CountsSample.of(view);
        if (picture.isEmpty()) {
            gaps.add("The view takes too much work to be drawn here, so there are no pictures of it.");
        } else if (picture.get().isWhole() && !picture.get().checksum().equals(run.checksum())) {
            gaps.add("The view was computed anew for the pictures and has checksum "
                    + picture.get().checksum() + ", but the runs have " + run.checksum()
                    + ": they were made by other code or changed since.");
        }
        return picture;
    }
}
