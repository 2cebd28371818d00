package org.mandelspark.eventlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mandelspark.measure.application.Tasks;
import org.mandelspark.measure.application.Tasks.Fate;
import org.mandelspark.measure.application.Tasks.Task;

/** Takes in the events of a log in their order; {@link LogAssembly} makes an application of them. */
final class LogBuilder {
    /** An attempt at a task that was seen to start; kept until it is seen to end. */
    record Running(int stage, int executor, int index, long launchMs) {}

    final Tasks tasks = new Tasks();
    final Settings settings = new Settings();
    final Map<Integer, ProfileEntry> profiles = new HashMap<>();
    final Map<String, ExecutorEntry> executors = new LinkedHashMap<>();
    final Map<Integer, JobEntry> jobs = new LinkedHashMap<>();
    final List<StageEntry> stages = new ArrayList<>();
    final Map<Long, String> queries = new HashMap<>();
    final Map<Long, Running> running = new LinkedHashMap<>();
    String version = "unknown";
    String name = "";
    String id = "";
    long startMs = -1;
    long endMs = -1;
    long latestMs;
    int repeatedEnds;
    int events;

    private final Map<Long, Integer> stageNumbers = new HashMap<>();

    void version(String text) {
        version = text;
    }

    void applicationStarted(long ms, String givenName, String givenId) {
        name = givenName;
        id = givenId;
        if (startMs < 0) {
            startMs = ms;
        }
        seen(ms);
    }

    void applicationEnded(long ms) {
        endMs = ms;
        seen(ms);
    }

    void setting(String key, String value) {
        settings.put(key, value);
    }

    void profile(ProfileEntry profile) {
        profiles.put(profile.id, profile);
    }

    void query(long execution, String text) {
        queries.put(execution, text);
    }

    void executorAdded(String executorId, ExecutorEntry entry) {
        ExecutorEntry executor = executor(executorId);
        executor.host = entry.host;
        executor.cores = entry.cores;
        executor.profile = entry.profile;
        executor.addedMs = entry.addedMs;
        executor.askedMs = entry.askedMs;
        executor.resources.putAll(entry.resources);
    }

    void executorRemoved(String executorId, long ms) {
        executor(executorId).removedMs = ms;
    }

    void jobStarted(int jobId, JobEntry entry) {
        JobEntry job = jobs.computeIfAbsent(jobId, JobEntry::new);
        job.submittedMs = entry.submittedMs;
        job.stageIds = entry.stageIds;
        job.execution = entry.execution;
        job.description = entry.description;
        if (entry.submittedMs >= 0) {
            began(entry.submittedMs);
        }
    }

    void jobEnded(int jobId, long ms) {
        jobs.computeIfAbsent(jobId, JobEntry::new).endMs = ms;
        seen(ms);
    }

    void stage(int stageId, int attempt, StageEntry entry) {
        StageEntry stage = stages.get(stageNumber(stageId, attempt));
        stage.name = entry.name;
        stage.tasks = entry.tasks;
        stage.profile = entry.profile;
        stage.parentIds = entry.parentIds;
        stage.failed |= entry.failed;
        if (entry.submittedMs >= 0) {
            stage.submittedMs = entry.submittedMs;
            began(entry.submittedMs);
        }
        if (entry.completedMs >= 0) {
            stage.completedMs = entry.completedMs;
            seen(entry.completedMs);
        }
    }

    void taskStarted(TaskEntry task) {
        began(task.launchMs);
        running.put(
                task.taskId,
                new Running(
                        stageNumber(task.stageId, task.stageAttempt),
                        executorOf(task).number,
                        task.index,
                        sinceStart(task.launchMs)));
    }

    void taskEnded(TaskEntry task) {
        if (task.reason.equals("Resubmitted")) {
            repeatedEnds++;
            return;
        }
        began(task.launchMs);
        seen(task.coreFreeMs());
        running.remove(task.taskId);
        long launch = sinceStart(task.launchMs);
        tasks.add(new Task(
                stageNumber(task.stageId, task.stageAttempt),
                executorOf(task).number,
                task.index,
                launch,
                Math.max(launch, sinceStart(task.coreFreeMs())),
                task.runMs,
                task.gcMs,
                task.fetchWaitMs,
                task.shuffleWriteMs,
                task.cpuMs,
                task.deserialiseMs,
                task.resultMs,
                task.succeeded() ? Fate.SUCCEEDED : Fate.LOST));
    }

    /** The time since the application began, or since the first event if that was missing. */
    long sinceStart(long ms) {
        return Math.max(0, ms - startMs);
    }

    private void began(long ms) {
        if (startMs < 0) {
            startMs = ms;
        }
        seen(ms);
    }

    private void seen(long ms) {
        latestMs = Math.max(latestMs, ms);
    }

    private ExecutorEntry executorOf(TaskEntry task) {
        ExecutorEntry executor = executor(task.executor);
        if (executor.host.isEmpty()) {
            executor.host = task.host;
        }
        return executor;
    }

    private ExecutorEntry executor(String executorId) {
        return executors.computeIfAbsent(executorId, key -> new ExecutorEntry(executors.size()));
    }

    private int stageNumber(int stageId, int attempt) {
        return stageNumbers.computeIfAbsent((long) stageId << Integer.SIZE | attempt, key -> {
            stages.add(new StageEntry(stageId, attempt));
            return stages.size() - 1;
        });
    }
}
