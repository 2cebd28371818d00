package org.mandelspark.study;

import java.util.List;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.workload.Computation;

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
    static void requireSameStudy(String study, List<Run> earlier, List<? extends Computation<?>> asked) {
        for (Run run : earlier) {
            if (!run.place().name().equals(study)) {
                throw new IllegalArgumentException("--resume: the folder holds a study '"
                        + run.place().name() + "', which cannot go on as '" + study + "'");
            }
            if (run.phase() != Phase.CALIBRATION && !asked.contains(run.computation())) {
                throw new IllegalArgumentException("--resume: the folder holds runs of "
                        + run.computation().describe() + ", not of "
                        + asked.get(asked.size() - 1).describe());
            }
        }
    }
}
