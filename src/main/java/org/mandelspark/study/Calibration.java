package org.mandelspark.study;

import java.util.List;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.Noise;

/** The runs that show what an engine itself takes, and how they are found again among others. */
final class Calibration {
    /** Chunks that cost nothing: their number makes the time. */
    static final Noise EMPTY = new Noise(512, 1);

    /** Results of 32 MiB on the wire in chunks of 512 KiB. */
    static final Noise HEAVY = new Noise(64, 1 << 18);

    static final Partitioning CUT = new Partitioning(Schedule.parse("self"));

    private Calibration() {}

    static Computation<int[]> of(Noise noise) {
        return new Computation<>(noise, KernelKind.NAIVE, Interior.NONE);
    }

    /** The runs of one kind among those of a folder. */
    static List<Run> of(Noise noise, List<Run> runs) {
        return runs.stream()
                .filter(run -> run.phase() == Phase.CALIBRATION && run.problem().equals(noise))
                .toList();
    }
}
