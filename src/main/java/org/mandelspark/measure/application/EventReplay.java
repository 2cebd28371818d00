package org.mandelspark.measure.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One replay of a scenario: first come, first served by jobs and then by stages, as Spark's default scheduler does, tasks in
 * order of their launch. Takes O(n log p) for n tasks on p slots.
 */
final class EventReplay {
    private enum Kind {
        JOB_START,
        STAGE_READY,
        STAGE_OVER,
        JOB_OVER
    }

    private record Event(double ms, long number, Kind kind, int subject) {}

    private static final double MICROS = 1000;

    /** A place takes 27 bits of 63, as there are at most so many tasks; tasks that take longer than 19 hours are as long. */
    private static final int PLACE_BITS = 27;

    private static final long LONGEST_MICROS = (1L << 36) - 1;

    private static final Comparator<Event> IN_TIME =
            Comparator.comparingDouble(Event::ms).thenComparingLong(Event::number);

    private final Tasks tasks;
    private final StageTerms stages;
    private final JobTerms jobs;
    private final Scenario scenario;
    private final TaskTimes times;
    private final double keep;
    private final Map<Integer, SlotPool> pools = new HashMap<>();
    private final Map<Integer, TreeSet<Integer>> ready = new TreeMap<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>(IN_TIME);
    private final LaunchRate rate = new LaunchRate();
    private final List<List<Integer>> stagesAfterStage = lists();
    private final List<List<Integer>> jobsAfterStage = lists();
    private final List<List<Integer>> stagesOfJob = lists();
    private final List<List<Integer>> jobsAfterJob = lists();
    private final int[] stageWaits;
    private final int[] jobWaits;
    private final double[] evenMs;
    private final double[] lastEndMs;
    private final long[] launched;
    private int[][] order = {};
    private double nowMs;
    private long eventsSeen;
    private int running;
    private double inJobsMs;

    EventReplay(Application application, StageTerms stages, JobTerms jobs, Scenario scenario, TaskTimes times) {
        this.tasks = application.tasks();
        this.stages = stages;
        this.jobs = jobs;
        this.scenario = scenario;
        this.times = times;
        this.keep = scenario.change() == Scenario.Change.NO_OVERHEAD ? 0 : 1;
        stageWaits = new int[stages.size()];
        jobWaits = new int[jobs.size()];
        evenMs = new double[stages.size()];
        lastEndMs = new double[stages.size()];
        launched = new long[stages.size()];
        if (scenario.change() == Scenario.Change.LARGEST_FIRST) {
            order = new int[stages.size()][];
        }
        pools(application);
        link();
    }

    private static List<List<Integer>> lists() {
        return new ArrayList<>();
    }

    private void pools(Application application) {
        if (scenario.slots() == Scenario.UNLIMITED) {
            return;
        }
        if (scenario.slots() > 0) {
            pools.put(0, SlotPool.of(scenario.slots()));
            return;
        }
        Map<Integer, List<Executor>> byProfile =
                application.executors().stream().collect(Collectors.groupingBy(Executor::profile));
        byProfile.forEach((profile, executors) -> pools.put(profile, SlotPool.of(executors, application.endMs())));
    }

    private void link() {
        for (int stage = 0; stage < stages.size(); stage++) {
            stagesAfterStage.add(new ArrayList<>());
            jobsAfterStage.add(new ArrayList<>());
        }
        for (int job = 0; job < jobs.size(); job++) {
            stagesOfJob.add(new ArrayList<>());
            jobsAfterJob.add(new ArrayList<>());
        }
        for (int stage = 0; stage < stages.size(); stage++) {
            stageWaits[stage] = stages.needs(stage).size();
            for (int needed : stages.needs(stage)) {
                stagesAfterStage.get(needed).add(stage);
            }
            if (stages.owner(stage) >= 0) {
                stageWaits[stage]++;
                stagesOfJob.get(stages.owner(stage)).add(stage);
            }
        }
        for (int job = 0; job < jobs.size(); job++) {
            jobWaits[job] = jobs.needs(job).size() + 1;
            for (int needed : jobs.needs(job)) {
                jobsAfterStage.get(needed).add(job);
            }
            if (jobs.previous(job) >= 0) {
                jobsAfterJob.get(jobs.previous(job)).add(job);
            }
        }
    }

    void run() {
        for (int job = 0; job < jobs.size(); job++) {
            if (jobs.previous(job) < 0) {
                add(jobs.gapMs(job), Kind.JOB_START, job);
            }
        }
        for (int stage = 0; stage < stages.size(); stage++) {
            if (stageWaits[stage] == 0) {
                stageFree(stage);
            }
        }
        while (true) {
            int profile = -1;
            double launchMs = Double.POSITIVE_INFINITY;
            for (Map.Entry<Integer, TreeSet<Integer>> waiting : ready.entrySet()) {
                if (!waiting.getValue().isEmpty()) {
                    double ms = scenario.slots() == Scenario.UNLIMITED
                            ? nowMs
                            : pools.get(waiting.getKey()).freeMs(nowMs);
                    if (ms < launchMs) {
                        launchMs = ms;
                        profile = waiting.getKey();
                    }
                }
            }
            if (!events.isEmpty() && events.peek().ms() <= launchMs) {
                Event event = events.remove();
                moveTo(event.ms());
                happen(event);
            } else if (profile >= 0) {
                moveTo(launchMs);
                launch(ready.get(profile).first(), profile);
            } else {
                return;
            }
        }
    }

    private void moveTo(double ms) {
        if (running > 0) {
            inJobsMs += Math.max(0, ms - nowMs);
        }
        nowMs = Math.max(nowMs, ms);
    }

    private void happen(Event event) {
        int subject = event.subject();
        switch (event.kind()) {
            case JOB_START -> {
                running++;
                stagesOfJob.get(subject).forEach(this::stageWaitsLess);
                jobWaitsLess(subject);
            }
            case STAGE_READY -> {
                lastEndMs[subject] = nowMs;
                if (stages.tasks(subject) == 0) {
                    add(nowMs + keep * stages.tailMs(subject), Kind.STAGE_OVER, subject);
                } else {
                    ready.computeIfAbsent(pool(subject), profile -> new TreeSet<>(firstComeFirstServed()))
                            .add(subject);
                }
            }
            case STAGE_OVER -> {
                stagesAfterStage.get(subject).forEach(this::stageWaitsLess);
                jobsAfterStage.get(subject).forEach(this::jobWaitsLess);
            }
            case JOB_OVER -> {
                running--;
                for (int next : jobsAfterJob.get(subject)) {
                    add(nowMs + jobs.gapMs(next), Kind.JOB_START, next);
                }
            }
        }
    }

    private Comparator<Integer> firstComeFirstServed() {
        return Comparator.<Integer>comparingInt(stage -> jobs.id(stages.owner(stage)))
                .thenComparing(Comparator.naturalOrder());
    }

    /** The pool that a stage takes its slots from; executors of its profile may never have come. */
    private int pool(int stage) {
        int profile = stages.stage(stage).profile();
        return pools.isEmpty() || pools.containsKey(profile)
                ? profile
                : pools.keySet().iterator().next();
    }

    private void stageWaitsLess(int stage) {
        stageWaits[stage]--;
        if (stageWaits[stage] == 0) {
            stageFree(stage);
        }
    }

    private void stageFree(int stage) {
        add(nowMs + keep * (stages.preMs(stage) + stages.leadMs(stage)), Kind.STAGE_READY, stage);
    }

    private void jobWaitsLess(int job) {
        jobWaits[job]--;
        if (jobWaits[job] == 0) {
            add(nowMs + keep * jobs.tailMs(job), Kind.JOB_OVER, job);
        }
    }

    private void add(double ms, Kind kind, int subject) {
        events.add(new Event(ms, eventsSeen++, kind, subject));
    }

    private void launch(int stage, int profile) {
        int row = row(stage, (int) (launched[stage] / scenario.pieces()));
        double end = nowMs + durationMs(stage, row);
        rate.launched(nowMs);
        if (scenario.slots() != Scenario.UNLIMITED) {
            pools.get(profile).occupy(Math.max(nowMs, end + keep * stages.gapMs(stage)));
        }
        if (stages.isGating(stage, row, tasks)) {
            lastEndMs[stage] = Math.max(lastEndMs[stage], end);
        }
        launched[stage]++;
        if (launched[stage] == (long) stages.tasks(stage) * scenario.pieces()) {
            ready.get(profile).remove(stage);
            add(lastEndMs[stage] + keep * stages.tailMs(stage), Kind.STAGE_OVER, stage);
        }
    }

    private int row(int stage, int i) {
        if (order.length == 0) {
            return stages.row(stage, i);
        }
        if (order[stage] == null) {
            order[stage] = largestFirst(stage);
        }
        return order[stage][i];
    }

    /** Rows by their time, to the microsecond, those of one time in order of launch. */
    private int[] largestFirst(int stage) {
        long[] keys = new long[stages.tasks(stage)];
        for (int i = 0; i < keys.length; i++) {
            double micros = MICROS * times.pieceMs(stages.row(stage, i));
            keys[i] = (LONGEST_MICROS - (long) Math.min(LONGEST_MICROS, micros)) << PLACE_BITS | i;
        }
        Arrays.sort(keys);
        int[] rows = new int[keys.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = stages.row(stage, (int) (keys[i] & ((1 << PLACE_BITS) - 1)));
        }
        return rows;
    }

    private double durationMs(int stage, int row) {
        if (scenario.change() != Scenario.Change.EVEN) {
            return times.pieceMs(row);
        }
        if (launched[stage] == 0) {
            double sum = 0;
            for (int i = 0; i < stages.tasks(stage); i++) {
                sum += times.pieceMs(stages.row(stage, i));
            }
            evenMs[stage] = sum / stages.tasks(stage);
        }
        return evenMs[stage];
    }

    /** Time in which there was a job. */
    double inJobsMs() {
        return inJobsMs;
    }

    /** Time when the last thing happened. */
    double endMs() {
        return nowMs;
    }

    long launchesPerSecond() {
        return rate.mostPerSecond();
    }
}
