package org.mandelspark.study;

import java.util.Collections;
import java.util.List;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.output.Problem;
import org.mandelspark.output.RecordedRun;
import org.mandelspark.output.RunRecord;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Noise;

/** The runs that tell what an engine itself takes, and how they are found again among others. */
final class Calibration {
    /** Chunks that cost nothing: their number makes the time. */
    static final Noise EMPTY = new Noise(512, 1);

    /** Results of 32 MiB on the wire in chunks of 512 KiB. */
    static final Noise HEAVY = new Noise(64, 1 << 18);

    static final Cut CUT = new Cut(Schedule.parse("self"));

    private static final String NAME = "calibration";

    private Calibration() {}

    static RunRecord.Asked asked(Noise noise) {
        Problem problem = new Problem.ArrayPart(NAME, Collections.emptySortedMap(), noise.rows(), noise.rowCells());
        return new RunRecord.Asked(problem, noise.name(), noise.name(), "none");
    }

    /** The runs of one kind among those of a folder, by their shape: older folders call them views. */
    static List<MeasuredRun> of(Noise noise, List<RecordedRun> runs) {
        return runs.stream()
                .filter(run -> run.run().phase() == Phase.CALIBRATION)
                .filter(run -> run.asked().problem().rows() == noise.rows()
                        && run.asked().problem().rowCells() == noise.rowCells())
                .map(RecordedRun::run)
                .toList();
    }
}
