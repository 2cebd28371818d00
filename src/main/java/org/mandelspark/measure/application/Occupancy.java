package org.mandelspark.measure.application;

import org.mandelspark.schedule.FreeWorkers;

/**
 * Each task on a core slot of its executor: in order of launch, each on the slot that has been free longest.
 *
 * <p>Spark offers a core again as soon as the executor says that the task is done, and notes its end only after the result
 * was taken in by another thread. So the next launch on a slot may lie before the end of the task there. Then this task
 * ends with that launch, and no slot ever does two things at once.
 */
public final class Occupancy {
    private final int[] byLaunch;
    private final int[] slot;
    private final long[] endMs;
    private final int slots;

    /** Deals the tasks of an application out to its slots. */
    public Occupancy(Application application) {
        Tasks tasks = application.tasks();
        byLaunch = tasks.byLaunch();
        slot = new int[tasks.count()];
        endMs = new long[tasks.count()];
        TaskGroups byExecutor = new TaskGroups(byLaunch, application.executors().size(), tasks::executor);
        int first = 0;
        for (int executor = 0; executor < application.executors().size(); executor++) {
            int own = application.executors().get(executor).slots();
            FreeWorkers free = new FreeWorkers(own, 0);
            int[] last = new int[own];
            for (int i = 0; i < byExecutor.size(executor); i++) {
                int row = byExecutor.row(executor, i);
                int worker = free.first();
                if (free.firstFreeNanos() > tasks.launchMs(row)) {
                    endMs[last[worker]] = tasks.launchMs(row);
                }
                slot[row] = first + worker;
                endMs[row] = tasks.endMs(row);
                last[worker] = row;
                free.occupyFirst((double) tasks.endMs(row));
            }
            first += own;
        }
        slots = first;
    }

    /** All rows in order of launch. */
    int[] byLaunch() {
        return byLaunch;
    }

    /** The row of the i-th launch. */
    public int row(int i) {
        return byLaunch[i];
    }

    /** Slot of a task, from 0, numbered executor by executor. */
    public int slot(int row) {
        return slot[row];
    }

    /** Number of slots of all executors that there ever were. */
    public int slots() {
        return slots;
    }

    /** Time when a task left its slot. */
    public long endMs(int row) {
        return endMs[row];
    }
}
