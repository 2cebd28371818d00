package org.mandelspark.grid;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows in arithmetic progression: {@code first, first + stride, …}, {@code count} of them. A band has stride 1.
 *
 * @param first index of the first row, at least 0
 * @param count number of rows, at least 1
 * @param stride distance between rows, at least 1
 */
public record RowRange(int first, int count, int stride) implements Serializable {
    public RowRange {
        if (first < 0 || count < 1 || stride < 1 || first + (long) (count - 1) * stride > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "no such rows: first " + first + ", count " + count + ", stride " + stride);
        }
    }

    /** The rows from {@code first} up to but not including {@code end}. */
    public static RowRange band(int first, int end) {
        return new RowRange(first, end - first, 1);
    }

    /** Index in the picture of the k-th row of this range, {@code 0 ≤ k < count}. */
    public int row(int k) {
        return first + k * stride;
    }

    /** Index of each row's first cell in an array of all rows of {@code rowCells} cells. */
    public int[] starts(int rowCells) {
        int[] starts = new int[count];
        for (int k = 0; k < count; k++) {
            starts[k] = Math.multiplyExact(row(k), rowCells);
        }
        return starts;
    }

    /** The same rows in order, cut into ranges of at most {@code maxCount} rows. */
    public List<RowRange> slices(int maxCount) {
        List<RowRange> slices = new ArrayList<>((count - 1) / maxCount + 1);
        for (int done = 0; done < count; done += maxCount) {
            slices.add(new RowRange(row(done), Math.min(maxCount, count - done), stride));
        }
        return slices;
    }
}
