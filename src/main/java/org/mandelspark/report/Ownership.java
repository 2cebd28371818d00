package org.mandelspark.report;

import java.util.List;
import org.mandelspark.grid.RowRange;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.Run;
import org.mandelspark.report.plot.Boxes.Box;
import org.mandelspark.report.plot.PlotStyle;

/**
 * Assignment of rows to workers in a run.
 *
 * @param name of the schedule or of the number of workers
 * @param figure how good that is
 * @param run whose chunks they are
 * @param lanes who computed them
 */
record Ownership(String name, String figure, Run run, Lanes lanes) {
    /** Limit of borders; more than this would be all that is seen. */
    private static final int MOST_BORDERS = 130;

    /** Thickness of a border, as a part of all rows. */
    private static final double BORDER = 0.0025;

    /** Rows of the colour of their worker. */
    RowTints byWorker() {
        RowTints tints = new RowTints(rows());
        for (int chunk = 0; chunk < run.chunks().size(); chunk++) {
            tints.set(
                    run.chunks().get(chunk).rows(),
                    PlotStyle.slot(lanes.spans().get(chunk).worker()));
        }
        return tints;
    }

    /** Rows of the colour of what their chunk cost over the mean chunk. */
    RowTints byCost(CostColours colours) {
        double mean = run.kernelSeconds() * 1e9 / run.chunks().size();
        RowTints tints = new RowTints(rows());
        for (ChunkTiming chunk : run.chunks()) {
            tints.set(chunk.rows(), colours.of(2 * chunk.usefulNanos() / Math.max(1, mean)));
        }
        return tints;
    }

    /** Lines between chunks that are bands; none where they would hide what they border. */
    List<Box> borders(double left, double right) {
        double half = BORDER * rows() / 2;
        List<Box> borders = run.chunks().stream()
                .map(ChunkTiming::rows)
                .filter(rows -> rows.stride() == 1 && !rows.wraps() && rows.first() > 0)
                .map(rows -> new Box(left, right, rows.first() - half, rows.first() + half))
                .toList();
        return borders.size() <= MOST_BORDERS ? borders : List.of();
    }

    private int rows() {
        return run.chunks().stream()
                .map(ChunkTiming::rows)
                .mapToInt(RowRange::count)
                .sum();
    }
}
