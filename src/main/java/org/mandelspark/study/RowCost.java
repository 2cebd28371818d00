package org.mandelspark.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.Spread;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.Run;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.workload.Work;

/**
 * Cost of one row, or of one tile, on one thread.
 *
 * @param row index of the row or tile
 * @param iterations what its answer amounts to
 * @param steps what was executed
 * @param kernelNanos time spent on it, mostly inside the kernel
 */
public record RowCost(int row, long iterations, long steps, long kernelNanos) {
    /** Passes that a study makes unit by unit: one alone would take a neighbour's burst for an expensive row. */
    static final int PASSES = 3;

    /**
     * The costs of all units by runs whose chunks are single units, in order: of each the median.
     *
     * @param rowByRow all of the same units; without any nothing is known
     * @throws IllegalArgumentException if they are not of the same number of rows
     */
    static List<RowCost> of(List<Run> rowByRow) {
        if (rowByRow.isEmpty()) {
            return List.of();
        }
        if (rowByRow.stream().mapToInt(run -> run.chunks().size()).distinct().count() > 1) {
            throw new IllegalArgumentException("the study's runs row by row are not of the same number of rows");
        }
        List<RowCost> rows = new ArrayList<>();
        for (int row = 0; row < rowByRow.get(0).chunks().size(); row++) {
            int index = row;
            Work work = rowByRow.get(0).chunks().get(row).work();
            double nanos = Spread.of(rowByRow.stream()
                            .mapToDouble(run -> run.chunks().get(index).usefulNanos())
                            .toArray())
                    .median();
            rows.add(new RowCost(row, work.iterations(), work.steps(), Math.round(nanos)));
        }
        return rows;
    }

    /** The runs that show the cost of each unit of a kind, among those of a study. */
    static List<Run> passes(List<Run> runs, Unit unit) {
        return runs.stream()
                .filter(run -> run.phase() == Phase.REFERENCE && run.unit().equals(unit) && areIn(run))
                .toList();
    }

    /** True if a run shows the cost of each unit: one chunk a unit, in order. */
    private static boolean areIn(Run run) {
        for (int i = 0; i < run.chunks().size(); i++) {
            if (run.chunks().get(i).rows().count() != 1
                    || run.chunks().get(i).rows().first() != i) {
                return false;
            }
        }
        return true;
    }

    /** The costs by one run of any chunks: units of one chunk are taken to cost the same. */
    static List<RowCost> spread(Run run) {
        SortedMap<Integer, RowCost> units = new TreeMap<>();
        for (ChunkTiming chunk : run.chunks()) {
            RowRange range = chunk.rows();
            for (int k = 0; k < range.count(); k++) {
                units.put(
                        range.row(k),
                        new RowCost(
                                range.row(k),
                                chunk.iterations() / range.count(),
                                chunk.steps() / range.count(),
                                chunk.workNanos() / range.count()));
            }
        }
        return List.copyOf(units.values());
    }

    /** The same as an estimate whose rows add up to so many nanoseconds. */
    static CostEstimate estimate(List<RowCost> rows, double totalNanos, double chunkNanos) {
        double measured = rows.stream().mapToLong(RowCost::kernelNanos).sum();
        return CostEstimate.of(
                rows.stream()
                        .mapToDouble(row -> row.kernelNanos() * totalNanos / Math.max(1, measured))
                        .toArray(),
                chunkNanos);
    }
}
