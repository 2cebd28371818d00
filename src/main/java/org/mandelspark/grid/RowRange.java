package org.mandelspark.grid;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows in arithmetic progression, {@code count} of them, which may wrap: the k-th is {@code (first + k · stride) mod
 * modulus}. A chunk is such a range of a workload's units, which are rows or tiles.
 *
 * <p>A band has stride 1. Bands and plain progressions have the modulus {@link #NO_WRAP} and never wrap; a range of
 * permuted rows has the number of all rows as its modulus.
 *
 * @param first index of the first row, from 0 to {@code modulus - 1}
 * @param count number of rows, from 1 to {@code modulus}
 * @param stride distance between rows, at least 1
 * @param modulus where row indexes start again at 0, or {@link #NO_WRAP}
 */
public record RowRange(
        @JsonProperty(required = true) int first,
        @JsonProperty(required = true) int count,
        @JsonProperty(required = true) int stride,
        @JsonProperty(required = true) int modulus)
        implements Serializable {
    /** The modulus of rows that only ascend; no picture has so many rows. */
    public static final int NO_WRAP = Integer.MAX_VALUE;

    @JsonCreator
    public RowRange {
        if (first < 0 || count < 1 || stride < 1) {
            throw new IllegalArgumentException(
                    "no such rows: first " + first + ", count " + count + ", stride " + stride);
        }
        if (first >= modulus || count > modulus) {
            throw new IllegalArgumentException(
                    "no such rows: first " + first + " and count " + count + " do not fit modulus " + modulus);
        }
        if (modulus == NO_WRAP && passes(modulus, first, count, stride)) {
            throw new IllegalArgumentException(
                    "rows beyond the largest index: first " + first + ", count " + count + ", stride " + stride);
        }
    }

    /** Rows that ascend from {@code first} by {@code stride}. */
    public RowRange(int first, int count, int stride) {
        this(first, count, stride, NO_WRAP);
    }

    /** The rows from {@code first} up to but not including {@code end}. */
    public static RowRange band(int first, int end) {
        return new RowRange(first, end - first, 1);
    }

    /** Index in the picture of the k-th row of this range, {@code 0 ≤ k < count}. */
    public int row(int k) {
        return (int) ((first + (long) k * stride) % modulus);
    }

    /**
     * True if any row has a smaller index than one before it. If none has, row k lies {@code k · stride} rows after
     * the first.
     */
    public boolean wraps() {
        return passes(modulus, first, count, stride);
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
        // In long, as the sum may pass the largest int behind the last slice.
        for (long done = 0; done < count; done += maxCount) {
            slices.add(new RowRange(row((int) done), (int) Math.min(maxCount, count - done), stride, modulus));
        }
        return slices;
    }

    private static boolean passes(int modulus, int first, int count, int stride) {
        return first + (long) (count - 1) * stride >= modulus;
    }
}
