package org.mandelspark.workload;

import java.util.ArrayList;
import java.util.List;
import org.mandelspark.grid.Size;

/** Costs of blocks of a picture, from those of a few cells of each. */
public final class BlockCosts {
    /** Limit of blocks that are sampled in a row or a column. */
    private static final int MOST_BLOCKS = 128;

    /** Limit of points of a sample, but for one of each block. */
    private static final int MOST_POINTS = 1 << 14;

    private BlockCosts() {}

    /**
     * Samples costs of blocks, in rows of blocks from the top left.
     *
     * @param pixels what is cut into blocks; row 0 is the lowest
     * @param columns blocks side by side
     * @param rows blocks one below another
     * @return steps of a pixel for each block; of the nearest one that was sampled, where there are very many
     */
    public static CostSample sample(Workload<?> pixels, int columns, int rows) {
        int sampledColumns = Math.min(columns, MOST_BLOCKS);
        int sampledRows = Math.min(rows, MOST_BLOCKS);
        int side = Math.max(1, (int) Math.sqrt(MOST_POINTS / (double) (sampledColumns * sampledRows)));
        Size points = new Size(sampledColumns * side, sampledRows * side);
        CostSample cells = pixels.sampleCells(points.height(), points.width()).orElseThrow();
        double[] sums = new double[sampledColumns * sampledRows];
        for (int i = 0; i < points.pixels(); i++) {
            // The last row is the top.
            int fromTop = points.height() - 1 - i / points.width();
            int block = fromTop / side * sampledColumns + i % points.width() / side;
            sums[block] += cells.cellSteps().get(i) / (side * side);
        }
        List<Double> blocks = new ArrayList<>(columns * rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int sampledRow = (int) ((long) row * sampledRows / rows);
                int sampledColumn = (int) ((long) column * sampledColumns / columns);
                blocks.add(sums[sampledRow * sampledColumns + sampledColumn]);
            }
        }
        return new CostSample(blocks, cells.stepNanos());
    }
}
