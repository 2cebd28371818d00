package org.mandelspark.measure.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mandelspark.measure.Ledger.Account;

/**
 * A walk along the time of an application from one change to the next of what idle slots wait for. Between two such changes
 * idle core time is the integral of slots less tasks; all of it goes to one account.
 */
final class IdleSweep {
    /** Kinds of changes; those of one moment come in this order. */
    private enum Kind {
        EXECUTOR_START,
        JOB_START,
        STAGE_START,
        FIRST_LAUNCH,
        LAST_LAUNCH,
        STAGE_END,
        JOB_END,
        EXECUTOR_END
    }

    private record Change(long ms, Kind kind, int subject) {}

    private enum Phase {
        LEAD,
        LAUNCHING,
        TAIL
    }

    private final long[] launches;
    private final long[] ends;
    private final Phase[] phases;
    private final Set<Integer> active = new LinkedHashSet<>();
    private final Map<Phase, long[]> idleMs = new EnumMap<>(Phase.class);
    private final int[] mostSlots;
    private final long[] leadMs;
    private final long[] startingMs;
    private final Map<Account, Long> amountsMs = new EnumMap<>(Account.class);

    private int nextLaunch;
    private int nextEnd;
    private long nowMs;
    private int jobs;
    private int slots;
    private int most;
    private int busy;
    private long idleSinceChange;
    private long anyIdleMs;
    private long noSlotMs;
    private long inJobsMs;
    private long workInJobsMs;

    IdleSweep(Application application, Occupancy occupancy, TaskSums sums) {
        Tasks tasks = application.tasks();
        int stages = application.stages().size();
        launches = new long[tasks.count()];
        ends = new long[tasks.count()];
        for (int i = 0; i < tasks.count(); i++) {
            launches[i] = tasks.launchMs(occupancy.row(i));
            ends[i] = occupancy.endMs(i);
        }
        Arrays.sort(ends);
        phases = new Phase[stages];
        for (Phase phase : Phase.values()) {
            idleMs.put(phase, new long[stages]);
        }
        mostSlots = new int[stages];
        leadMs = new long[stages];
        startingMs = new long[stages];
        for (Account account : List.of(
                Account.DISPATCH_GAP, Account.STAGE_LEAD, Account.TAIL_IDLE, Account.NO_STAGE, Account.NO_JOB)) {
            amountsMs.put(account, 0L);
        }
        long starting = 0;
        for (Executor executor : application.executors()) {
            starting += executor.slots() * (executor.startMs() - executor.askedMs());
        }
        amountsMs.put(Account.EXECUTORS_STARTING, starting);
        for (Change change : changes(application, sums)) {
            advance(change.ms());
            charge();
            apply(change, application);
        }
    }

    private static List<Change> changes(Application application, TaskSums sums) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < application.executors().size(); i++) {
            Executor executor = application.executors().get(i);
            if (executor.startMs() < executor.endMs()) {
                changes.add(new Change(executor.startMs(), Kind.EXECUTOR_START, i));
                changes.add(new Change(executor.endMs(), Kind.EXECUTOR_END, i));
            }
        }
        for (int i = 0; i < application.jobs().size(); i++) {
            changes.add(new Change(application.jobs().get(i).submittedMs(), Kind.JOB_START, i));
            changes.add(new Change(application.jobs().get(i).endMs(), Kind.JOB_END, i));
        }
        for (int i = 0; i < application.stages().size(); i++) {
            changes.add(new Change(sums.startMs(i), Kind.STAGE_START, i));
            changes.add(new Change(sums.endMs(i), Kind.STAGE_END, i));
            if (sums.attempts(i) > 0) {
                changes.add(new Change(sums.firstLaunchMs(i), Kind.FIRST_LAUNCH, i));
                changes.add(new Change(sums.lastLaunchMs(i), Kind.LAST_LAUNCH, i));
            }
        }
        changes.sort(Comparator.comparingLong(Change::ms).thenComparing(Change::kind));
        return changes;
    }

    /** Integrates over launches and ends of tasks up to a time. */
    private void advance(long untilMs) {
        while (nowMs < untilMs) {
            while (nextLaunch < launches.length && launches[nextLaunch] <= nowMs) {
                busy++;
                nextLaunch++;
            }
            while (nextEnd < ends.length && ends[nextEnd] <= nowMs) {
                busy--;
                nextEnd++;
            }
            long next = untilMs;
            if (nextLaunch < launches.length) {
                next = Math.min(next, launches[nextLaunch]);
            }
            if (nextEnd < ends.length) {
                next = Math.min(next, ends[nextEnd]);
            }
            long passed = next - nowMs;
            idleSinceChange += (slots - busy) * passed;
            if (busy < slots) {
                anyIdleMs += passed;
            }
            if (slots == 0) {
                noSlotMs += passed;
            }
            if (jobs > 0) {
                inJobsMs += passed;
                workInJobsMs += busy * passed;
            }
            nowMs = next;
        }
    }

    /** Books the idle core time since the last change. */
    private void charge() {
        if (idleSinceChange == 0) {
            return;
        }
        Phase phase = phase();
        Account account = jobs == 0
                ? Account.NO_JOB
                : phase == null
                        ? Account.NO_STAGE
                        : switch (phase) {
                            case LAUNCHING -> Account.DISPATCH_GAP;
                            case LEAD -> Account.STAGE_LEAD;
                            case TAIL -> Account.TAIL_IDLE;
                        };
        amountsMs.merge(account, idleSinceChange, Long::sum);
        if (jobs > 0 && phase != null) {
            List<Integer> sharing =
                    active.stream().filter(stage -> phases[stage] == phase).toList();
            long share = idleSinceChange / sharing.size();
            long[] idle = idleMs.get(phase);
            sharing.forEach(stage -> idle[stage] += share);
            idle[sharing.get(0)] += idleSinceChange - share * sharing.size();
        }
        idleSinceChange = 0;
    }

    /** What idle slots wait for: launches if some are to come, then a first launch, then the end; null without a stage. */
    private Phase phase() {
        Phase phase = null;
        for (int stage : active) {
            if (phases[stage] == Phase.LAUNCHING) {
                return Phase.LAUNCHING;
            }
            phase = phase == Phase.LEAD ? phase : phases[stage];
        }
        return phase;
    }

    private void apply(Change change, Application application) {
        int subject = change.subject();
        switch (change.kind()) {
            case EXECUTOR_START -> {
                slots += application.executors().get(subject).slots();
                most = Math.max(most, slots);
                active.forEach(this::noteSlots);
            }
            case EXECUTOR_END -> slots -= application.executors().get(subject).slots();
            case JOB_START -> jobs++;
            case JOB_END -> jobs--;
            case STAGE_START -> {
                active.add(subject);
                phases[subject] = Phase.LEAD;
                leadMs[subject] = -anyIdleMs;
                startingMs[subject] = -noSlotMs;
                noteSlots(subject);
            }
            case FIRST_LAUNCH -> {
                phases[subject] = Phase.LAUNCHING;
                leadMs[subject] += anyIdleMs;
            }
            case LAST_LAUNCH -> phases[subject] = Phase.TAIL;
            case STAGE_END -> {
                active.remove(subject);
                leadMs[subject] = Math.max(0, leadMs[subject]);
                startingMs[subject] += noSlotMs;
            }
        }
    }

    private void noteSlots(int stage) {
        mostSlots[stage] = Math.max(mostSlots[stage], slots);
    }

    /** Idle core time by accounts. */
    Map<Account, Long> amountsMs() {
        return amountsMs;
    }

    long inJobsMs() {
        return inJobsMs;
    }

    long workInJobsMs() {
        return workInJobsMs;
    }

    /** The most slots that there were at once. */
    int mostSlots() {
        return most;
    }

    int mostSlots(int stage) {
        return mostSlots[stage];
    }

    long[] leadMs() {
        return leadMs.clone();
    }

    long leadIdleMs(int stage) {
        return idleMs.get(Phase.LEAD)[stage];
    }

    long gapIdleMs(int stage) {
        return idleMs.get(Phase.LAUNCHING)[stage];
    }

    long tailIdleMs(int stage) {
        return idleMs.get(Phase.TAIL)[stage];
    }

    long startingMs(int stage) {
        return startingMs[stage];
    }
}
