package org.mandelspark.workload;

import java.io.Serializable;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mandelspark.grid.RowRange;

/**
 * Independent rows of cells, any of which can be computed anywhere: given these rows, fill this block.
 *
 * <p>Instances travel to executors, so they are serialisable and small.
 *
 * @param <A> the array that holds cells, such as {@code int[]}
 */
public interface Workload<A> extends Serializable {
    /** Cells of a slice: enough that calls cost nothing, and few enough to stay in a core's cache. */
    int SLICE_CELLS = 1 << 16;

    /** The workload's name in run records, such as {@code mandelbrot}. */
    String name();

    /** Number of rows, at least 1. */
    int rows();

    /** Cells in a row, at least 1. */
    int rowCells();

    /** Forms of a cell in memory, on the wire and on disk. */
    Cells<A> cells();

    /**
     * Computes rows: cell i of the k-th of them goes to {@code into[rowStarts[k] + i]}.
     *
     * @param rows which rows of the whole
     * @param into where they go
     * @param rowStarts index of each row's first cell
     */
    Work fill(RowRange rows, A into, int[] rowStarts);

    /**
     * Loads what rows need into this JVM, so that it is not a part of the first chunk; without it they load it
     * themselves.
     */
    default void load() {}

    /** True if rows are computed as files hold them, so that one can be written before the others are there. */
    default boolean rowsAreThoseOfFiles() {
        return true;
    }

    /**
     * Computes something until this JVM has compiled what rows need; without it the first rows take longer.
     *
     * @param isEnough asked every few milliseconds: true if there is no more time
     */
    default void warmUp(BooleanSupplier isEnough) {}

    /**
     * The cells in the order in which files hold them and checksums are taken.
     *
     * @param cells all of them, row by row; not changed
     * @return the same array if {@link #rowsAreThoseOfFiles()}
     */
    default A inFileOrder(A cells) {
        return cells;
    }

    /** The work with a row for each pixel, where that makes sense. */
    default Optional<Workload<A>> inPixels() {
        return Optional.empty();
    }

    /** CRC-32C of all cells in the order of files, hexadecimal. */
    default String checksum(A cells) {
        return cells().checksum(inFileOrder(cells), Math.multiplyExact(rows(), rowCells()));
    }

    /**
     * Rows that are computed in one call, at most and at least 1: enough that a call costs nothing in comparison, few
     * enough that it takes well below a second, as only between calls is progress seen or work given up. It is the same
     * on every machine, because driver and executors both cut by it.
     */
    default int sliceRows() {
        return Math.max(1, SLICE_CELLS / rowCells());
    }

    /**
     * A cheap look at what rows cost.
     *
     * @param rows how many to look at, from 1 to the number of rows
     * @param columns cells of each to look at, from 1 to the cells of a row
     * @return nothing if all rows cost the same
     */
    default Optional<CostSample> sampleCosts(int rows, int columns) {
        return Optional.empty();
    }
}
