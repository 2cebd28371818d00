package org.mandelspark.measure.application;

/**
 * What became of the core time of a stage, from its submission to its completion or the end of its last task, whichever is
 * later. Idle slots are shared equally by the stages that they could have worked for.
 *
 * @param stage the attempt
 * @param attempts number of its tasks' attempts
 * @param coreMs in tasks
 * @param runMs run time of those whose results were used
 * @param cpuMs CPU time of these
 * @param longestMs its longest task
 * @param measuredMs from submission to the end
 * @param slots the most that there were at once meanwhile, at least 1
 * @param lostMs in attempts without a result
 * @param leadIdleMs idle before its first launch
 * @param gapIdleMs idle while it had tasks to launch
 * @param tailIdleMs idle after its last launch
 * @param startingMs wall time after the submission in which there was no executor
 */
public record StageTime(
        Stage stage,
        int attempts,
        long coreMs,
        long runMs,
        long cpuMs,
        long longestMs,
        long measuredMs,
        int slots,
        long lostMs,
        long leadIdleMs,
        long gapIdleMs,
        long tailIdleMs,
        long startingMs) {
    /** Cause of most of what a stage lost. */
    public enum Reason {
        NOTHING("nothing lost"),
        TOO_FEW_TASKS("too few tasks"),
        ONE_LONG_TASK("one long task"),
        DRIVER("driver"),
        EXECUTORS_LATE("executors late"),
        FAILURES("failures"),
        DISPATCH("dispatch");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** Name for people. */
        public String label() {
            return label;
        }
    }

    /** Multiple of the mean beyond which a task is a long one. */
    private static final int LONG = 2;

    /** Time that no schedule of these tasks on as many slots undercuts: the larger of a slot's share and the longest task. */
    public long boundMs() {
        return Math.max((coreMs + slots - 1) / slots, longestMs);
    }

    /** Core time without use: idle slots and attempts without a result. */
    public long wastedMs() {
        return lostMs + leadIdleMs + gapIdleMs + tailIdleMs;
    }

    /** Why most of it was lost. */
    public Reason reason() {
        long most = Math.max(Math.max(lostMs, leadIdleMs), Math.max(gapIdleMs, tailIdleMs));
        if (most == 0) {
            return Reason.NOTHING;
        }
        if (most == lostMs) {
            return Reason.FAILURES;
        }
        if (startingMs > 0 && 2 * startingMs > measuredMs - boundMs()) {
            return Reason.EXECUTORS_LATE;
        }
        if (most == leadIdleMs) {
            return Reason.DRIVER;
        }
        if (most == gapIdleMs) {
            return Reason.DISPATCH;
        }
        boolean isUneven = longestMs * attempts > LONG * coreMs;
        return isUneven ? Reason.ONE_LONG_TASK : Reason.TOO_FEW_TASKS;
    }
}
