package org.mandelspark.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.output.RecordedRun;
import org.mandelspark.output.RunRecord;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.BalanceRequest.Contestant;
import org.mandelspark.study.ScalingRequest.Mode;

/** What was asked for, as far as the runs of a study tell it: only what was measured is asked for again. */
final class RecordedRequests {
    /** The simple schedules first, the families together; anything else behind them. */
    private static final List<String> ORDER =
            List.of("static", "cyclic", "over", "balanced", "lpt", "permuted", "self");

    /** A schedule, and whom it cut for if not for its own workers. */
    private static final Pattern CUT = Pattern.compile("(.+?)(?: for ([0-9]{1,9}))?");

    private final List<RecordedRun> runs;
    private final List<RecordedRun> measured;

    /**
     * The requests behind some runs.
     *
     * @param runs all of one study
     * @throws IllegalArgumentException if none of them was measured
     */
    RecordedRequests(List<RecordedRun> runs) {
        this.runs = runs;
        this.measured = runs.stream()
                .filter(run -> run.run().phase() == Phase.MEASURED && !run.run().isVoid())
                .toList();
        if (measured.isEmpty()) {
            throw new IllegalArgumentException(
                    "it has no measured run that can be used: the study was stopped too early");
        }
    }

    /** The repeats of the configuration that has most, and the warm-ups likewise. */
    StudySettings settings() {
        return new StudySettings(
                repeats(Phase.MEASURED),
                repeats(Phase.WARMUP),
                runs.get(0).study().seed());
    }

    private int repeats(Phase phase) {
        return runs.stream()
                .map(RecordedRun::run)
                .filter(run -> run.phase() == phase)
                .mapToInt(MeasuredRun::repeat)
                .max()
                .orElse(0);
    }

    ScalingRequest scaling() {
        List<RecordedRun> parallel = measured.stream()
                .filter(run -> !run.run().engine().equals(EngineKind.SERIAL.label()))
                .toList();
        if (parallel.size() == measured.size() || parallel.isEmpty()) {
            throw new IllegalArgumentException("it has no usable runs of "
                    + (parallel.isEmpty() ? "an engine with workers" : "the single thread that they are held against"));
        }
        List<Integer> workers =
                distinct(parallel, run -> run.run().workers()).stream().sorted().toList();
        if (workers.get(0) != 1) {
            throw new IllegalArgumentException("it has no usable run with 1 worker, from which speedup is counted");
        }
        Subject<?> subject = Subject.of(of(parallel, 1).asked());
        int most = workers.get(workers.size() - 1);
        boolean isWeak = !of(parallel, most).asked().equals(subject.asked());
        ScalingRequest request = new ScalingRequest(
                subject,
                isWeak ? Mode.WEAK : Mode.STRONG,
                EngineKind.parse(
                        one("engines", distinct(parallel, run -> run.run().engine()))),
                workers,
                Schedule.parse(
                        one("schedules", distinct(parallel, run -> run.run().schedule()))),
                settings());
        for (RecordedRun run : answering()) {
            requireSame(request.subject(run.run().workers()).asked(), run.asked());
        }
        return request;
    }

    private static RecordedRun of(List<RecordedRun> runs, int workers) {
        return runs.stream()
                .filter(run -> run.run().workers() == workers)
                .findFirst()
                .orElseThrow();
    }

    BalanceRequest balance() {
        Subject<?> subject = subject();
        List<String> labels = distinct(measured, run -> run.run().schedule());
        List<Contestant> contestants = labels.stream()
                .map(label -> Contestant.of(cut(label).schedule().label()))
                .sorted(Comparator.comparingInt(RecordedRequests::rank)
                        .thenComparing(contestant -> contestant.factor().orElse(0))
                        .thenComparing(contestant -> contestant.schedule().label()))
                .toList();
        return new BalanceRequest(
                subject,
                EngineKind.parse(
                        one("engines", distinct(measured, run -> run.run().engine()))),
                OptionalInt.of(one(
                        "numbers of workers",
                        distinct(measured, run -> run.run().workers()))),
                contestants,
                one(
                        "numbers of virtual workers",
                        labels.stream()
                                .map(label -> cut(label).partitions())
                                .distinct()
                                .toList()),
                settings());
    }

    private static int rank(Contestant contestant) {
        String label = contestant.schedule().label();
        String family = label.contains(":") ? label.substring(0, label.indexOf(':')) : label;
        return ORDER.contains(family) ? ORDER.indexOf(family) : ORDER.size();
    }

    HeadToHeadRequest headToHead() {
        List<Subject<?>> subjects = new ArrayList<>();
        distinct(answering(), RecordedRun::asked).forEach(asked -> subjects.add(Subject.of(asked)));
        one("problems", subjects.stream().map(Subject::problem).distinct().toList());
        return new HeadToHeadRequest(
                subjects.get(0),
                subjects.stream().map(Subject::kernel).distinct().sorted().toList(),
                subjects.stream().map(Subject::interior).distinct().sorted().toList(),
                distinct(measured, run -> EngineKind.parse(run.run().engine())).stream()
                        .sorted()
                        .toList(),
                distinct(measured, run -> run.run().workers()).stream().sorted().toList(),
                cut(one("schedules", distinct(measured, run -> run.run().schedule()))),
                settings());
    }

    GranularityRequest granularity() {
        Subject<?> subject = subject();
        return new GranularityRequest(
                subject,
                EngineKind.parse(
                        one("engines", distinct(measured, run -> run.run().engine()))),
                OptionalInt.of(one(
                        "numbers of workers",
                        distinct(measured, run -> run.run().workers()))),
                distinct(measured, run -> Grain.of(run.run(), subject)).stream()
                        .sorted(Comparator.comparingInt(grain -> -tasks(grain, subject)))
                        .toList(),
                settings());
    }

    private int tasks(Grain grain, Subject<?> subject) {
        return measured.stream()
                .filter(run -> Grain.of(run.run(), subject).equals(grain))
                .mapToInt(run -> run.run().chunks().size())
                .max()
                .orElseThrow();
    }

    /** What all runs but those of the engine alone compute. */
    private Subject<?> subject() {
        Subject<?> subject = Subject.of(answering().get(0).asked());
        answering().forEach(run -> requireSame(subject.asked(), run.asked()));
        return subject;
    }

    private List<RecordedRun> answering() {
        return runs.stream()
                .filter(run -> run.run().phase() != Phase.CALIBRATION)
                .toList();
    }

    private static void requireSame(RunRecord.Asked one, RunRecord.Asked other) {
        if (!one.equals(other)) {
            throw new IllegalArgumentException("it holds runs of different problems or kernels: "
                    + EarlierRuns.told(one) + ", and " + EarlierRuns.told(other));
        }
    }

    private static Cut cut(String label) {
        Matcher form = CUT.matcher(label);
        if (!form.matches()) {
            throw new IllegalArgumentException("a run has no schedule");
        }
        OptionalInt partitions =
                form.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(form.group(2)));
        if (partitions.orElse(1) > RunChecks.MOST_WORKERS) {
            throw new IllegalArgumentException(
                    "schedule '" + label + "' cuts for more than " + RunChecks.MOST_WORKERS + " workers");
        }
        return new Cut(Schedule.parse(form.group(1)), partitions);
    }

    private static <T> List<T> distinct(List<RecordedRun> runs, Function<RecordedRun, T> what) {
        return new ArrayList<>(runs.stream().map(what).distinct().toList());
    }

    private static <T> T one(String what, List<T> values) {
        if (values.size() != 1) {
            throw new IllegalArgumentException(
                    "it holds runs of several " + what + ", where a study has one: " + values);
        }
        return values.get(0);
    }
}
