package org.mandelspark.report;

import java.util.concurrent.TimeUnit;
import org.mandelspark.grid.Units;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.RowCost;

/** Cost of each tile on one thread, as a table. */
final class TileCosts {
    static final String CSV = "tiles.csv";
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private TileCosts() {}

    /** The columns of a result whose fastest schedule deals out tiles; first row and first column are those of the array. */
    static Columns<RowCost> columns(BalanceResult result) {
        Units units = result.units();
        return new Columns<RowCost>()
                .stored("tile", RowCost::row)
                .stored("first_column", tile -> units.column(tile.row()))
                .stored("first_row", tile -> units.row(tile.row()))
                .stored("columns", tile -> units.width(tile.row()))
                .stored("rows", tile -> units.height(tile.row()))
                .stored("iterations", RowCost::iterations)
                .stored("steps", RowCost::steps)
                .stored("kernel_s", tile -> tile.kernelNanos() / NANOS);
    }
}
