package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.report.Boxes.Box;

/**
 * Whose rows are whose in a run, as boxes over a part of the width.
 *
 * @param name of the schedule or of the number of workers
 * @param figure how good that is
 * @param run whose chunks they are
 * @param lanes who computed them
 */
record Ownership(String name, String figure, MeasuredRun run, Lanes lanes) {
    /** More borders than this would be all that is seen. */
    private static final int MOST_BORDERS = 130;

    /** Thickness of a border, as a part of all rows. */
    private static final double BORDER = 0.0025;

    /** The rows of each worker. */
    List<List<Box>> byWorker(double left, double right) {
        List<List<Box>> boxes = new ArrayList<>();
        IntStream.range(0, lanes.workers()).forEach(worker -> boxes.add(new ArrayList<>()));
        List<List<Box>> byChunk = byChunk(left, right);
        for (int chunk = 0; chunk < byChunk.size(); chunk++) {
            boxes.get(lanes.spans().get(chunk).worker()).addAll(byChunk.get(chunk));
        }
        return boxes;
    }

    /** The rows of each chunk, in the plan's order. */
    List<List<Box>> byChunk(double left, double right) {
        return run.chunks().stream()
                .map(chunk -> boxes(chunk.rows(), left, right))
                .toList();
    }

    private static List<Box> boxes(RowRange rows, double left, double right) {
        if (isBand(rows)) {
            return List.of(new Box(left, right, rows.first(), rows.first() + rows.count()));
        }
        return IntStream.range(0, rows.count())
                .mapToObj(k -> new Box(left, right, rows.row(k), rows.row(k) + 1))
                .toList();
    }

    /** Lines between chunks that are bands; none where they would hide what they border. */
    List<Box> borders(double left, double right) {
        int all = run.chunks().stream().mapToInt(chunk -> chunk.rows().count()).sum();
        List<Box> borders = run.chunks().stream()
                .map(chunk -> chunk.rows())
                .filter(rows -> isBand(rows) && rows.first() > 0)
                .map(rows -> new Box(left, right, rows.first() - BORDER * all / 2, rows.first() + BORDER * all / 2))
                .toList();
        return borders.size() <= MOST_BORDERS ? borders : List.of();
    }

    private static boolean isBand(RowRange rows) {
        return rows.stride() == 1 && !rows.wraps();
    }
}
