package org.mandelspark.workload;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.SplittableRandom;
import org.mandelspark.grid.RowRange;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;

/**
 * Rows of numbers that cost next to nothing to make and that no compressor shrinks: what an engine takes for them is
 * the engine's own time. With one cell a row it is the time of tasks, with many it is the time of moving results.
 *
 * @param rows number of rows, at least 1
 * @param rowCells cells in a row, at least 1
 */
public record Noise(
        @JsonProperty int rows, @JsonProperty("row_cells") int rowCells) implements Workload<int[]>, Problem<int[]> {
    static final String WORKLOAD = "noise";

    /** Two bytes a cell on the wire, as most counts take. */
    private static final int MAX_VALUE = 0xffff;

    public Noise {
        if (rows < 1 || rowCells < 1) {
            throw new IllegalArgumentException(
                    "noise has at least one row of one cell, not " + rows + " of " + rowCells);
        }
    }

    @Override
    public String name() {
        return WORKLOAD;
    }

    @Override
    public Imagery imagery() {
        return Imagery.NONE;
    }

    @Override
    public String describe() {
        return WORKLOAD + ": " + rows + "x" + rowCells;
    }

    @Override
    public Noise workload(KernelKind kernel, Interior interior) {
        requireInterior(interior);
        return this;
    }

    @Override
    public Noise times(int factor) {
        return new Noise(Math.multiplyExact(rows, factor), rowCells);
    }

    @Override
    public String sizeOptions() {
        return describe();
    }

    @Override
    public String moreWork() {
        return "more cells";
    }

    @Override
    public double iterations(double most) {
        return (double) rows * rowCells;
    }

    @Override
    public List<ColdSpeed> coldSpeeds() {
        return List.of(new ColdSpeed(KernelKind.NAIVE, 0, 1));
    }

    @Override
    public boolean hasSimd() {
        return false;
    }

    @Override
    public Cells<int[]> cells() {
        return new Int32Cells(MAX_VALUE);
    }

    @Override
    public Work fill(RowRange rows, int[] into, int[] rowStarts) {
        for (int k = 0; k < rows.count(); k++) {
            SplittableRandom random = new SplittableRandom(rows.row(k));
            for (int i = rowStarts[k]; i < rowStarts[k] + rowCells; i++) {
                into[i] = random.nextInt() & MAX_VALUE;
            }
        }
        long cells = (long) rows.count() * rowCells;
        return new Work(cells, cells, "noise");
    }
}
