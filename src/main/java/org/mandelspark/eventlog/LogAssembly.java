package org.mandelspark.eventlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mandelspark.grid.Counted;
import org.mandelspark.grid.PlainText;
import org.mandelspark.measure.application.Application;
import org.mandelspark.measure.application.Executor;
import org.mandelspark.measure.application.Job;
import org.mandelspark.measure.application.Stage;
import org.mandelspark.measure.application.Tasks;
import org.mandelspark.measure.application.Tasks.Fate;
import org.mandelspark.measure.application.Tasks.Task;

/** Makes an application of the events of a log, and says what they lack. */
final class LogAssembly {
    private static final double MOST_SLOTS = 1 << 20;
    private static final String CALL_SITE = "([\\w$<>]{1,80} at )(?:.*[/\\\\])?([\\w$.<>-]{1,80}:\\d{1,9})";

    private final LogBuilder log;
    private final List<String> missing;
    private final List<String> notes = new ArrayList<>();
    private final long endMs;

    private LogAssembly(LogBuilder log, List<String> missing) {
        this.log = log;
        this.missing = new ArrayList<>(missing);
        this.endMs = Math.max(0, Math.max(log.endMs, log.latestMs) - log.startMs);
    }

    /**
     * The application.
     *
     * @param log all its events
     * @param missing what is known to be missing already
     * @throws EventLogException if nothing can be made of them
     */
    static LoggedApplication of(LogBuilder log, List<String> missing) {
        if (log.startMs < 0) {
            throw new EventLogException("no event of it has a time");
        }
        return new LogAssembly(log, missing).assemble();
    }

    private LoggedApplication assemble() {
        if (log.endMs < 0) {
            missing.add("the log has no end of the application; its last event is taken for it");
        }
        abandonRunning();
        List<Job> jobs = jobs();
        List<Stage> stages = stages();
        List<String> hosts = new ArrayList<>();
        List<Executor> executors = executors(hosts);
        Tasks tasks = log.tasks;
        Application application = new Application(endMs, executors, jobs, stages, tasks);
        double missingShare = missingShare(stages);
        if (tasks.count() == 0) {
            missing.add("no task ran");
        }
        if (log.repeatedEnds > 0) {
            notes.add(Counted.of(log.repeatedEnds, "end of a task is", "ends of tasks are")
                    + " repeated where an executor was lost; each counts once");
        }
        Map<Integer, JobEntry> jobOfStage = new HashMap<>();
        log.jobs.values().forEach(job -> job.stageIds.forEach(id -> jobOfStage.putIfAbsent(id, job)));
        JobEntry none = new JobEntry(-1);
        return new LoggedApplication(
                application,
                log.version.matches("[\\w.+-]{1,60}") ? log.version : "unknown",
                log.startMs,
                log.settings.all(),
                log.stages.stream().map(stage -> callSite(stage.name)).toList(),
                missing,
                notes,
                missingShare,
                new LoggedApplication.Names(
                        PlainText.visible(log.name),
                        PlainText.visible(log.id),
                        hosts,
                        log.stages.stream()
                                .map(stage -> PlainText.visible(jobOfStage.getOrDefault(stage.id, none).description))
                                .toList(),
                        log.stages.stream()
                                .map(stage -> PlainText.visible(log.queries.getOrDefault(
                                        jobOfStage.getOrDefault(stage.id, none).execution, "")))
                                .toList()));
    }

    /** Attempts that were seen to start and not to end had a core until their executor was gone, as far as anyone knows. */
    private void abandonRunning() {
        Map<Integer, ExecutorEntry> byNumber = new HashMap<>();
        log.executors.values().forEach(executor -> byNumber.put(executor.number, executor));
        for (LogBuilder.Running task : log.running.values()) {
            long end = endMs;
            ExecutorEntry executor = byNumber.get(task.executor());
            if (executor.removedMs >= 0) {
                end = Math.min(end, log.sinceStart(executor.removedMs));
            }
            StageEntry stage = log.stages.get(task.stage());
            if (stage.completedMs >= 0) {
                end = Math.min(end, log.sinceStart(stage.completedMs));
            }
            log.tasks.add(new Task(
                    task.stage(),
                    task.executor(),
                    task.index(),
                    task.launchMs(),
                    Math.max(task.launchMs(), end),
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    Fate.LOST));
        }
        if (!log.running.isEmpty()) {
            missing.add(Counted.of(log.running.size(), "task was", "tasks were") + " seen to start and not to end");
        }
    }

    private List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        int untimed = 0;
        for (JobEntry entry : log.jobs.values()) {
            if (entry.submittedMs < 0) {
                untimed++;
                continue;
            }
            long submitted = log.sinceStart(entry.submittedMs);
            long end = entry.endMs < 0 ? endMs : log.sinceStart(entry.endMs);
            jobs.add(new Job(entry.id, submitted, Math.max(submitted, end), entry.stageIds));
        }
        if (untimed > 0 && jobs.isEmpty()) {
            throw new EventLogException("its jobs have no times: Spark has logged them since version 1.4");
        }
        if (untimed > 0) {
            missing.add(Counted.of(untimed, "job has no beginning", "jobs have no beginning"));
        }
        long unended = log.jobs.values().stream().filter(job -> job.endMs < 0).count();
        if (unended > 0) {
            missing.add(Counted.of(unended, "job has no end", "jobs have no end"));
        }
        jobs.sort(Comparator.comparingLong(Job::submittedMs).thenComparingInt(Job::id));
        return jobs;
    }

    private List<Stage> stages() {
        Tasks tasks = log.tasks;
        long[] first = new long[log.stages.size()];
        Arrays.fill(first, Long.MAX_VALUE);
        for (int row = 0; row < tasks.count(); row++) {
            first[tasks.stage(row)] = Math.min(first[tasks.stage(row)], tasks.launchMs(row));
        }
        List<Stage> stages = new ArrayList<>();
        for (int number = 0; number < first.length; number++) {
            StageEntry entry = log.stages.get(number);
            long submitted =
                    Math.min(first[number], entry.submittedMs < 0 ? Long.MAX_VALUE : log.sinceStart(entry.submittedMs));
            long completed = entry.completedMs < 0 ? endMs : log.sinceStart(entry.completedMs);
            submitted = Math.min(submitted, completed);
            stages.add(new Stage(
                    entry.id,
                    entry.attempt,
                    entry.tasks,
                    submitted,
                    completed,
                    entry.parentIds,
                    entry.profile,
                    entry.completedMs < 0
                            ? Stage.Outcome.UNKNOWN
                            : entry.failed ? Stage.Outcome.FAILED : Stage.Outcome.COMPLETED));
        }
        return stages;
    }

    private double missingShare(List<Stage> stages) {
        Tasks tasks = log.tasks;
        int[][] indices = new int[stages.size()][];
        int[] counts = new int[stages.size()];
        for (int row = 0; row < tasks.count(); row++) {
            if (tasks.fate(row) == Fate.SUCCEEDED) {
                counts[tasks.stage(row)]++;
            }
        }
        for (int stage = 0; stage < counts.length; stage++) {
            indices[stage] = new int[counts[stage]];
            counts[stage] = 0;
        }
        for (int row = 0; row < tasks.count(); row++) {
            if (tasks.fate(row) == Fate.SUCCEEDED) {
                indices[tasks.stage(row)][counts[tasks.stage(row)]++] = tasks.index(row);
            }
        }
        long expected = 0;
        long seen = 0;
        for (int stage = 0; stage < indices.length; stage++) {
            if (stages.get(stage).outcome() == Stage.Outcome.COMPLETED) {
                expected += stages.get(stage).tasks();
                seen += Math.min(
                        stages.get(stage).tasks(),
                        IntStream.of(indices[stage]).distinct().count());
            }
        }
        if (seen < expected) {
            missing.add("the log lacks %,d of the %s of completed stages"
                    .formatted(expected - seen, Counted.of(expected, "task")));
        }
        return expected == 0 ? 0 : (expected - seen) / (double) expected;
    }

    private List<Executor> executors(List<String> hosts) {
        int count = log.executors.size();
        SeenConcurrency seen = new SeenConcurrency(log.tasks, count);
        List<Executor> executors = new ArrayList<>();
        int outside = 0;
        int raised = 0;
        boolean isDynamic = log.settings.isTrue(Settings.DYNAMIC_ALLOCATION);
        long firstRemovedMs = log.executors.values().stream()
                .mapToLong(executor -> executor.removedMs < 0 ? Long.MAX_VALUE : executor.removedMs)
                .min()
                .orElse(Long.MAX_VALUE);
        for (ExecutorEntry entry : log.executors.values()) {
            int most = seen.most(entry.number);
            boolean isOutside = entry.addedMs < 0 || log.sinceStart(entry.addedMs) > endMs;
            if (isOutside && entry.addedMs >= 0) {
                outside++;
            }
            if (isOutside && most == 0) {
                // It keeps its number, and has no core time.
                executors.add(new Executor(1, entry.profile, 0, 0, 0));
                hosts.add("");
                continue;
            }
            int slots = isOutside ? most : slots(entry);
            if (slots < most) {
                raised++;
                slots = most;
            }
            long start = Math.min(isOutside ? 0 : log.sinceStart(entry.addedMs), seen.firstLaunchMs(entry.number));
            long asked = start;
            if (isOutside || entry.askedMs >= 0) {
                asked = isOutside ? start : Math.min(start, log.sinceStart(entry.askedMs));
            } else if (!isDynamic && entry.addedMs <= firstRemovedMs) {
                asked = 0;
            }
            long end = entry.removedMs < 0 ? endMs : Math.min(endMs, log.sinceStart(entry.removedMs));
            end = Math.max(Math.max(start, end), seen.lastEndMs(entry.number));
            executors.add(new Executor(slots, entry.profile, asked, start, end));
            hosts.add(PlainText.visible(entry.host));
        }
        if (outside > 0) {
            missing.add(Counted.of(outside, "executor is", "executors are")
                    + " dated outside the run: what the log says of them is not used");
        }
        if (raised > 0) {
            notes.add(Counted.of(raised, "executor", "executors")
                    + " ran more tasks at once than the settings allow; those that ran count");
        }
        return executors;
    }

    /** Tasks that an executor can run at once, by the scarcest of the resources that they ask for. */
    private int slots(ExecutorEntry entry) {
        ProfileEntry profile = log.profiles.getOrDefault(entry.profile, new ProfileEntry());
        double slots =
                Math.floor(entry.cores / profile.task.getOrDefault("cpus", log.settings.amount(Settings.TASK_CPUS, 1)));
        List<String> resources = new ArrayList<>(profile.task.keySet());
        if (profile.task.isEmpty()) {
            resources.addAll(log.settings.taskResources());
        }
        for (String resource : resources) {
            if (resource.equals("cpus")) {
                continue;
            }
            double task = profile.task.getOrDefault(
                    resource, log.settings.amount("spark.task.resource." + resource + ".amount", 1));
            double there = entry.resources.containsKey(resource)
                    ? entry.resources.get(resource)
                    : profile.executor.getOrDefault(
                            resource, log.settings.amount("spark.executor.resource." + resource + ".amount", 0));
            if (there > 0) {
                // One address is shared by a whole number of tasks.
                slots = Math.min(slots, task <= 1 ? there * Math.floor(1 / task) : Math.floor(there / task));
            }
        }
        return (int) Math.max(1, Math.min(MOST_SLOTS, slots));
    }

    /** The place in the program, without folders; nothing if it is any other text. */
    private static String callSite(String name) {
        return name.matches(CALL_SITE) ? name.replaceAll(CALL_SITE, "$1$2") : "";
    }
}
