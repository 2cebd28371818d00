package org.mandelspark.study;

import java.util.List;
import org.mandelspark.measure.Phase;
import org.mandelspark.output.RecordedRun;
import org.mandelspark.output.RunRecord;

/** Runs of an earlier sitting, which a study that goes on takes for its own. */
final class EarlierRuns {
    private EarlierRuns() {}

    /**
     * Requires that they are of the same study of the same things.
     *
     * @param study its name
     * @param asked what its runs may compute
     * @throws IllegalArgumentException if one is not
     */
    static void requireSameStudy(String study, List<RecordedRun> earlier, List<RunRecord.Asked> asked) {
        for (RecordedRun run : earlier) {
            if (!run.study().name().equals(study)) {
                throw new IllegalArgumentException("--resume: the folder holds a study '"
                        + run.study().name() + "', which cannot go on as '" + study + "'");
            }
            if (run.run().phase() != Phase.CALIBRATION && !asked.contains(run.asked())) {
                throw new IllegalArgumentException("--resume: the folder holds runs of " + told(run.asked())
                        + ", not of " + told(asked.get(asked.size() - 1)));
            }
        }
    }

    /** What a run computes, in words. */
    static String told(RunRecord.Asked asked) {
        return "%s, by %s, interior %s".formatted(asked.problem().told(), asked.kernel(), asked.interior());
    }
}
