package org.mandelspark.measure.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.Ledger.Account;

/**
 * Use of the core time of an application.
 *
 * <p>A slot counts from when its executor was asked for until the executor was gone. While a task has it, the time belongs
 * to the task: what the executor reports of it, each part at most as long as is left, and the rest is scheduler delay.
 * While no task has it, the time belongs to what the application was waiting for at that moment: executors, a job, a stage,
 * the first launch of a stage, a further launch, or the last tasks of the stages.
 *
 * @param ledger every millisecond of every slot once
 * @param inJobsMs wall time in which there was a job
 * @param workInJobsMs core time of tasks while there was a job
 * @param slots the most that there were at once
 * @param stages in the order of the application's list
 * @param leadMs of each stage the wall time before its first launch in which a slot was idle
 */
public record CoreTime(
        Ledger ledger, long inJobsMs, long workInJobsMs, int slots, List<StageTime> stages, List<Long> leadMs) {
    public CoreTime {
        stages = List.copyOf(stages);
        leadMs = List.copyOf(leadMs);
    }

    /**
     * The account of an application.
     *
     * @throws IllegalArgumentException if there was no executor for a millisecond, or if its core time exceeds 292 years
     */
    public static CoreTime of(Application application, Occupancy occupancy) {
        if (slotNanos(application) == 0) {
            throw new IllegalArgumentException("there was no executor");
        }
        TaskSums sums = new TaskSums(application, occupancy);
        IdleSweep sweep = new IdleSweep(application, occupancy, sums);
        Map<Account, Long> amounts = new EnumMap<>(Account.class);
        sums.amountsMs().forEach((account, ms) -> amounts.put(account, nanos(ms)));
        sweep.amountsMs().forEach((account, ms) -> amounts.put(account, nanos(ms)));
        List<StageTime> stages = new ArrayList<>();
        for (int stage = 0; stage < application.stages().size(); stage++) {
            stages.add(new StageTime(
                    application.stages().get(stage),
                    sums.attempts(stage),
                    sums.coreMs(stage),
                    sums.runMs(stage),
                    sums.cpuMs(stage),
                    sums.longestMs(stage),
                    sums.endMs(stage) - sums.startMs(stage),
                    Math.max(1, sweep.mostSlots(stage)),
                    sums.lostMs(stage),
                    sweep.leadIdleMs(stage),
                    sweep.gapIdleMs(stage),
                    sweep.tailIdleMs(stage),
                    sweep.startingMs(stage)));
        }
        return new CoreTime(
                Ledger.of(amounts),
                sweep.inJobsMs(),
                sweep.workInJobsMs(),
                sweep.mostSlots(),
                stages,
                Arrays.stream(sweep.leadMs()).boxed().toList());
    }

    private static long slotNanos(Application application) {
        try {
            return nanos(application.slotMs());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("its core time exceeds 292 years", e);
        }
    }

    private static long nanos(long ms) {
        return Math.multiplyExact(ms, TimeUnit.MILLISECONDS.toNanos(1));
    }

    /** Core time of all slots: that of the ledger. */
    public long slotMs() {
        return TimeUnit.NANOSECONDS.toMillis(ledger.totalNanos());
    }
}
