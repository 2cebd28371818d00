package org.mandelspark.measure.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a replay has to know of stages: what they wait for, and what they take besides their tasks; all of it learnt from one
 * log, in milliseconds.
 *
 * <p>A stage is submitted {@code pre} after the last stage that it needs, or after its job began. Its first task starts
 * {@code lead} later: only the time counts in which a slot was idle, because waiting for a busy one is not an overhead. A
 * further task on a slot starts {@code gap} after the one before it. That is often less than 0: Spark offers a core again
 * before it notes the end of the task there. The stage is over {@code tail} after the last of the tasks that ended before
 * it; attempts that ran on do not count.
 */
final class StageTerms {
    private final List<Stage> stages;
    private final int[] owner;
    private final List<List<Integer>> needs = new ArrayList<>();
    private final double[] pre;
    private final double[] lead;
    private final double[] gap;
    private final double[] tail;
    private final TaskGroups byStage;

    StageTerms(Application application, Occupancy occupancy, List<Long> leadMs) {
        stages = application.stages();
        Tasks tasks = application.tasks();
        byStage = new TaskGroups(occupancy.byLaunch(), stages.size(), tasks::stage);
        owner = owners(application);
        pre = new double[stages.size()];
        lead = leadMs.stream().mapToDouble(Long::doubleValue).toArray();
        tail = new double[stages.size()];
        Map<Integer, List<Integer>> byId = new HashMap<>();
        Map<Integer, List<Integer>> byOwner = new HashMap<>();
        for (int stage = 0; stage < stages.size(); stage++) {
            byId.computeIfAbsent(stages.get(stage).id(), id -> new ArrayList<>())
                    .add(stage);
            byOwner.computeIfAbsent(owner[stage], job -> new ArrayList<>()).add(stage);
        }
        for (int stage = 0; stage < stages.size(); stage++) {
            long from = owner[stage] < 0
                    ? 0
                    : Math.min(
                            application.jobs().get(owner[stage]).submittedMs(),
                            stages.get(stage).submittedMs());
            needs.add(stages.get(stage).attempt() == 0 ? parents(stage, byId) : before(stage, byOwner));
            for (int needed : needs.get(stage)) {
                from = Math.max(from, stages.get(needed).completedMs());
            }
            pre[stage] = stages.get(stage).submittedMs() - from;
            tail[stage] = stages.get(stage).completedMs() - lastEndMs(stage, tasks);
        }
        gap = gaps(application, occupancy);
    }

    /** The job that began the stage, or −1. */
    private static int[] owners(Application application) {
        Map<Integer, List<Integer>> jobsOfStage = new HashMap<>();
        for (int job = 0; job < application.jobs().size(); job++) {
            for (int id : application.jobs().get(job).stageIds()) {
                jobsOfStage.computeIfAbsent(id, key -> new ArrayList<>()).add(job);
            }
        }
        int[] owner = new int[application.stages().size()];
        for (int stage = 0; stage < owner.length; stage++) {
            Stage own = application.stages().get(stage);
            owner[stage] = jobsOfStage.getOrDefault(own.id(), List.of()).stream()
                    .filter(job -> application.jobs().get(job).submittedMs() <= own.submittedMs()
                            && own.submittedMs() <= application.jobs().get(job).endMs())
                    .mapToInt(job -> job)
                    .findFirst()
                    .orElse(-1);
        }
        return owner;
    }

    /** Attempts at the stages that it needs which were over when it began. */
    private List<Integer> parents(int stage, Map<Integer, List<Integer>> byId) {
        return stages.get(stage).parentIds().stream()
                .flatMap(id -> byId.getOrDefault(id, List.of()).stream())
                .filter(parent -> isBefore(parent, stage))
                .toList();
    }

    /** A further attempt waits for whatever its job finished last. */
    private List<Integer> before(int stage, Map<Integer, List<Integer>> byOwner) {
        OptionalInt last = OptionalInt.empty();
        for (int other : byOwner.get(owner[stage])) {
            if (isBefore(other, stage)
                    && (last.isEmpty()
                            || stages.get(other).completedMs()
                                    >= stages.get(last.getAsInt()).completedMs())) {
                last = OptionalInt.of(other);
            }
        }
        return last.isPresent() ? List.of(last.getAsInt()) : List.of();
    }

    private boolean isBefore(int one, int other) {
        return one < other && stages.get(one).completedMs() <= stages.get(other).submittedMs();
    }

    private long lastEndMs(int stage, Tasks tasks) {
        long last = stages.get(stage).submittedMs();
        for (int i = 0; i < byStage.size(stage); i++) {
            if (isGating(stage, byStage.row(stage, i), tasks)) {
                last = Math.max(last, tasks.endMs(byStage.row(stage, i)));
            }
        }
        return last;
    }

    /** Mean of the gaps before further tasks: the k-th launch on an executor less its (k − slots)-th end. */
    private double[] gaps(Application application, Occupancy occupancy) {
        Tasks tasks = application.tasks();
        double[] sums = new double[stages.size()];
        int[] counts = new int[stages.size()];
        TaskGroups byExecutor =
                new TaskGroups(occupancy.byLaunch(), application.executors().size(), tasks::executor);
        for (int executor = 0; executor < application.executors().size(); executor++) {
            int own = byExecutor.size(executor);
            int slots = application.executors().get(executor).slots();
            long[] ends = new long[own];
            for (int i = 0; i < own; i++) {
                ends[i] = tasks.endMs(byExecutor.row(executor, i));
            }
            Arrays.sort(ends);
            for (int i = slots; i < own; i++) {
                int row = byExecutor.row(executor, i);
                int stage = tasks.stage(row);
                long freed = ends[i - slots];
                if (freed >= tasks.launchMs(byStage.row(stage, 0))) {
                    sums[stage] += tasks.launchMs(row) - freed;
                    counts[stage]++;
                }
            }
        }
        for (int stage = 0; stage < sums.length; stage++) {
            sums[stage] = counts[stage] == 0 ? 0 : sums[stage] / counts[stage];
        }
        return sums;
    }

    /** True if the stage could not be over without this task. */
    boolean isGating(int stage, int row, Tasks tasks) {
        return tasks.endMs(row) <= stages.get(stage).completedMs();
    }

    int size() {
        return stages.size();
    }

    Stage stage(int stage) {
        return stages.get(stage);
    }

    /** Number of attempts at its tasks. */
    int tasks(int stage) {
        return byStage.size(stage);
    }

    /** The row of its i-th launch. */
    int row(int stage, int i) {
        return byStage.row(stage, i);
    }

    /** The job that began it, or −1. */
    int owner(int stage) {
        return owner[stage];
    }

    /** Stages that must be over before. */
    List<Integer> needs(int stage) {
        return needs.get(stage);
    }

    double preMs(int stage) {
        return pre[stage];
    }

    double leadMs(int stage) {
        return lead[stage];
    }

    double gapMs(int stage) {
        return gap[stage];
    }

    double tailMs(int stage) {
        return tail[stage];
    }
}
