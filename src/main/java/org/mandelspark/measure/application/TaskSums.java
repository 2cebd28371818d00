package org.mandelspark.measure.application;

import java.util.EnumMap;
import java.util.Map;
import org.mandelspark.measure.Ledger.Account;

/** Sums over tasks, by accounts and by stages. */
final class TaskSums {
    private final Map<Account, Long> amountsMs = new EnumMap<>(Account.class);
    private final int[] attempts;
    private final long[] coreMs;
    private final long[] runMs;
    private final long[] cpuMs;
    private final long[] longestMs;
    private final long[] lostMs;
    private final long[] firstLaunchMs;
    private final long[] lastLaunchMs;
    private final long[] startMs;
    private final long[] endMs;

    TaskSums(Application application, Occupancy occupancy) {
        int stages = application.stages().size();
        attempts = new int[stages];
        coreMs = new long[stages];
        runMs = new long[stages];
        cpuMs = new long[stages];
        longestMs = new long[stages];
        lostMs = new long[stages];
        firstLaunchMs = new long[stages];
        lastLaunchMs = new long[stages];
        startMs = new long[stages];
        endMs = new long[stages];
        for (int stage = 0; stage < stages; stage++) {
            startMs[stage] = application.stages().get(stage).submittedMs();
            endMs[stage] = application.stages().get(stage).completedMs();
            firstLaunchMs[stage] = Long.MAX_VALUE;
        }
        Tasks tasks = application.tasks();
        long run = 0;
        long gc = 0;
        long fetchWait = 0;
        long shuffleWrite = 0;
        long deserialise = 0;
        long delay = 0;
        long result = 0;
        long lost = 0;
        for (int row = 0; row < tasks.count(); row++) {
            int stage = tasks.stage(row);
            long left = occupancy.endMs(row) - tasks.launchMs(row);
            attempts[stage]++;
            coreMs[stage] += left;
            longestMs[stage] = Math.max(longestMs[stage], left);
            firstLaunchMs[stage] = Math.min(firstLaunchMs[stage], tasks.launchMs(row));
            lastLaunchMs[stage] = Math.max(lastLaunchMs[stage], tasks.launchMs(row));
            startMs[stage] = Math.min(startMs[stage], tasks.launchMs(row));
            endMs[stage] = Math.max(endMs[stage], occupancy.endMs(row));
            if (tasks.fate(row) == Tasks.Fate.LOST) {
                lost += left;
                lostMs[stage] += left;
                continue;
            }
            long ownDeserialise = Math.min(tasks.deserialiseMs(row), left);
            long ownRun = Math.min(tasks.runMs(row), left - ownDeserialise);
            long ownResult = Math.min(tasks.resultMs(row), left - ownDeserialise - ownRun);
            deserialise += ownDeserialise;
            result += ownResult;
            delay += left - ownDeserialise - ownRun - ownResult;
            runMs[stage] += ownRun;
            cpuMs[stage] += tasks.cpuMs(row);
            long ownGc = Math.min(tasks.gcMs(row), ownRun);
            long ownFetchWait = Math.min(tasks.fetchWaitMs(row), ownRun - ownGc);
            long ownShuffleWrite = Math.min(tasks.shuffleWriteMs(row), ownRun - ownGc - ownFetchWait);
            gc += ownGc;
            fetchWait += ownFetchWait;
            shuffleWrite += ownShuffleWrite;
            run += ownRun - ownGc - ownFetchWait - ownShuffleWrite;
        }
        amountsMs.put(Account.RUN, run);
        amountsMs.put(Account.GC, gc);
        amountsMs.put(Account.FETCH_WAIT, fetchWait);
        amountsMs.put(Account.SHUFFLE_WRITE, shuffleWrite);
        amountsMs.put(Account.DESERIALISE, deserialise);
        amountsMs.put(Account.SCHEDULER_DELAY, delay);
        amountsMs.put(Account.RESULT, result);
        amountsMs.put(Account.LOST_ATTEMPTS, lost);
    }

    Map<Account, Long> amountsMs() {
        return amountsMs;
    }

    int attempts(int stage) {
        return attempts[stage];
    }

    long coreMs(int stage) {
        return coreMs[stage];
    }

    long runMs(int stage) {
        return runMs[stage];
    }

    long cpuMs(int stage) {
        return cpuMs[stage];
    }

    long longestMs(int stage) {
        return longestMs[stage];
    }

    long lostMs(int stage) {
        return lostMs[stage];
    }

    /** Time of its first launch, later than anything else without one. */
    long firstLaunchMs(int stage) {
        return firstLaunchMs[stage];
    }

    long lastLaunchMs(int stage) {
        return lastLaunchMs[stage];
    }

    /** Time of its submission, or of the first launch if that was seen earlier. */
    long startMs(int stage) {
        return startMs[stage];
    }

    /** Time of its completion, or of the end of its last task if that is later. */
    long endMs(int stage) {
        return endMs[stage];
    }
}
