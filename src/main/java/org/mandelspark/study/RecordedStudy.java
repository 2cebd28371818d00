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
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.Environment;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.HeadToHeadResult.Session;
import org.mandelspark.workload.Computation;

/**
 * A study folder read back: what its runs come to, computed anew by what computed it first, and what is wrong with it.
 *
 * <p>A folder may have been stopped halfway, gone on with elsewhere, or made by a stranger; so its runs are checked, and
 * whatever they lack is reported and not filled in.
 *
 * @param result what the runs come to
 * @param simulation what its rows say of more workers, if it measured what that takes
 * @param runs every run as it was recorded
 * @param gaps what weakens the result, in sentences for people
 */
public record RecordedStudy(
        StudyResult result, Optional<SimulationResult> simulation, List<Run> runs, List<String> gaps) {
    /** Numbers of workers that are simulated if nobody asks for others. */
    private static final List<Integer> WORKERS = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 1024);

    /** Those of a run alone: with the cores of a published study, and of a large cluster. */
    private static final List<Integer> CLUSTERS = List.of(1, 2, 4, 8, 16, 32, 64, 88, 256, 1000);

    public RecordedStudy {
        runs = List.copyOf(runs);
        gaps = List.copyOf(gaps);
    }

    /**
     * Reads a study back, or the run that a job has recorded.
     *
     * @param path of its folder, or of the run's file, as for {@link org.mandelspark.files.OutputFile#of}
     * @throws IllegalArgumentException if there is none, or none can be made of its runs, with the reason for people
     */
    public static RecordedStudy read(String path) {
        Optional<Run> single = RunLog.single(path);
        if (single.isPresent()) {
            return of(single.get());
        }
        List<Run> runs = RunLog.read(path);
        return of(StudyRecord.read(path), runs);
    }

    /**
     * A study from what was asked and what was measured.
     *
     * @throws IllegalArgumentException if the runs do not fit, with the reason for people
     */
    public static RecordedStudy of(StudyRecord study, List<Run> runs) {
        RunChecks checks = new RunChecks(study, runs);
        checks.requireUsable();
        if (runs.stream().noneMatch(run -> run.phase() == Phase.MEASURED && !run.isVoid())) {
            throw new IllegalArgumentException(
                    "it has no measured run that can be used: the study was stopped too early");
        }
        List<String> gaps = new ArrayList<>(checks.gaps());
        try {
            StudyResult result = result(study, runs, gaps);
            return new RecordedStudy(result, simulation(result, runs, WORKERS, gaps), runs, gaps);
        } catch (StudyException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The account of a job. */
    private static RecordedStudy of(Run run) {
        if (run.isVoid()) {
            throw new IllegalArgumentException("its run is void: " + TimedRun.WHY_VOID);
        }
        SingleRun result = new SingleRun(run);
        List<String> gaps = new ArrayList<>();
        if (run.chunks().stream().anyMatch(chunk -> chunk.rows().count() > 1)) {
            gaps.add("Nobody measured the units of a chunk one by one: the simulation takes them to cost the same.");
        }
        return new RecordedStudy(result, simulation(result, List.of(run), CLUSTERS, gaps), List.of(run), gaps);
    }

    /** Environment of the first of its measured runs that was not a plain loop, if there is one. */
    public Environment environment() {
        return runs.stream()
                .filter(run -> run.environment().spark().isPresent())
                .findFirst()
                .orElse(runs.get(0))
                .environment();
    }

    private static StudyResult result(StudyRecord study, List<Run> runs, List<String> gaps) {
        return switch (study.study()) {
            case Scaling.NAME -> {
                ScalingRequest asked = ScalingRequest.of(study);
                ScalingRequest request = asked.measuredIn(runs);
                runs.forEach(run -> requireComputed(asked.computation(run.workers()), run));
                noteUnmeasured(asked.workers(), request.workers(), "workers", gaps);
                yield ScalingResult.of(
                        request,
                        environments(runs, request.engine()),
                        runs,
                        picture(request.computation(), single(runs), gaps));
            }
            case Balance.NAME -> {
                BalanceRequest asked = BalanceRequest.of(study);
                BalanceRequest request = asked.measuredIn(runs);
                runs.forEach(run -> requireComputed(asked.computation(), run));
                noteUnmeasured(asked.labels(), request.labels(), "schedules", gaps);
                Run first = first(runs, request.engine());
                yield BalanceResult.of(
                        request,
                        first.environment(),
                        new WorkerCount(first.workers(), first.workersSource()),
                        runs,
                        picture(request.computation(), first, gaps));
            }
            case HeadToHead.NAME -> {
                for (Run run : runs) {
                    Computation<?> own = run.computation();
                    requireComputed(new Computation<>(study.problem(), own.kernel(), own.interior()), run);
                }
                yield headToHead(HeadToHeadRequest.of(study), runs);
            }
            case Granularity.NAME -> {
                GranularityRequest asked = GranularityRequest.of(study);
                GranularityRequest request = asked.measuredIn(runs);
                runs.forEach(run -> requireComputed(asked.computation(), run));
                noteUnmeasured(asked.labels(), request.labels(), "grains", gaps);
                yield granularity(request, runs);
            }
            default ->
                throw new IllegalArgumentException("it holds a study '" + study.study() + "', and known studies are "
                        + String.join(", ", Scaling.NAME, Balance.NAME, HeadToHead.NAME, Granularity.NAME));
        };
    }

    private static void requireComputed(Computation<?> computation, Run run) {
        if (run.phase() != Phase.CALIBRATION && !run.computation().equals(computation)) {
            throw new IllegalArgumentException("it holds runs of different problems or kernels: "
                    + computation.describe() + ", and " + run.computation().describe());
        }
    }

    private static void noteUnmeasured(List<?> asked, List<?> measured, String what, List<String> gaps) {
        List<?> missing =
                asked.stream().filter(value -> !measured.contains(value)).toList();
        if (!missing.isEmpty()) {
            gaps.add("Not measured: %s %s."
                    .formatted(what, missing.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
    }

    private static HeadToHeadResult headToHead(HeadToHeadRequest request, List<Run> runs) {
        Map<String, Session> sessions = new LinkedHashMap<>();
        for (Run run : usable(runs)) {
            sessions.putIfAbsent(
                    run.engine() + run.workers(),
                    new Session(
                            EngineKind.parse(run.engine()),
                            run.workers(),
                            run.workersSource(),
                            run.environment(),
                            OptionalLong.empty()));
        }
        return HeadToHeadResult.of(request, List.copyOf(sessions.values()), usable(runs));
    }

    private static GranularityResult granularity(GranularityRequest request, List<Run> runs) {
        Run first = first(runs, request.engine());
        return GranularityResult.of(
                request, first.environment(), new WorkerCount(first.workers(), first.workersSource()), usable(runs));
    }

    /** The schedules that everybody knows and the study's own. */
    private static Optional<SimulationResult> simulation(
            StudyResult result, List<Run> runs, List<Integer> numbers, List<String> gaps) {
        if (result.measured().isEmpty()) {
            return Optional.empty();
        }
        StudyResult.Measured own = result.measured().get();
        List<Schedule> schedules = Stream.of("static", "cyclic", "auto", own.schedule())
                .distinct()
                .map(Schedule::parse)
                .toList();
        List<Integer> workers = Stream.concat(Stream.of(own.workers()), numbers.stream())
                .distinct()
                .sorted()
                .toList();
        try {
            return Optional.of(
                    new Simulation(runs, own.unit(), schedules, workers, Simulation.Engine.MEASURED).execute());
        } catch (IllegalArgumentException e) {
            gaps.add("Nothing is simulated: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private static List<Run> usable(List<Run> runs) {
        return runs.stream().filter(run -> !run.isVoid()).toList();
    }

    /** A run of what one worker computes: more of them have more rows where scaling is weak. */
    private static Run single(List<Run> runs) {
        return runs.stream()
                .filter(run -> run.phase() == Phase.MEASURED && run.workers() == 1)
                .findFirst()
                .orElseThrow();
    }

    private static Run first(List<Run> runs, EngineKind engine) {
        return runs.stream()
                .filter(run -> run.engine().equals(engine.label()) && run.phase() != Phase.CALIBRATION)
                .findFirst()
                .orElseThrow();
    }

    private static List<Environment> environments(List<Run> runs, EngineKind engine) {
        return runs.stream()
                .filter(run -> run.engine().equals(engine.label()))
                .map(Run::environment)
                .distinct()
                .toList();
    }

    /** The picture, held against what the runs gave where all of it is there. */
    private static Optional<CountsSample> picture(Computation<?> computation, Run run, List<String> gaps) {
        Optional<CountsSample> picture = CountsSample.of(computation.problem());
        if (computation.problem().shown().isEmpty()) {
            return picture;
        }
        if (picture.isEmpty()) {
            gaps.add("The view needs too much work to be drawn here, so pictures of it are missing.");
        } else if (picture.get().isWhole() && !picture.get().checksum().equals(run.checksum())) {
            gaps.add("The view was computed anew for the pictures and has checksum "
                    + picture.get().checksum() + ", but the runs have " + run.checksum()
                    + ": they were made by other code or changed since.");
        }
        return picture;
    }
}
