package org.mandelspark.workload;

import java.io.Serializable;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Unit;
import org.mandelspark.grid.Units;
import org.mandelspark.kernel.deep.Reference;

/**
 * Independent units of an array of cells, any of which can be computed anywhere: given these units, fill this block. A
 * unit is a row of the array unless the workload is cut into tiles.
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

    /** Number of rows of the array, at least 1. */
    int rows();

    /** Cells in a row, at least 1. */
    int rowCells();

    /** Forms of a cell in memory, on the wire and on disk. */
    Cells<A> cells();

    /** The units of the array: its rows, where a workload cannot be cut otherwise. */
    default Units units() {
        return Units.rows(rows(), rowCells());
    }

    /**
     * The same work cut into other units: the same cells of the same array.
     *
     * @throws IllegalArgumentException if it cannot be cut into such units, with the reason for people
     */
    default Workload<A> inUnits(Unit unit) {
        if (unit.equals(Unit.ROW)) {
            return this;
        }
        throw new IllegalArgumentException("tiles are for views, and the unit of workload " + name() + " is a row");
    }

    /**
     * Computes units: cell i of the k-th line of them goes to {@code into[starts[k] + i]}. A row has one line, a tile
     * one for each of its rows.
     *
     * @param units which units of the whole
     * @param into where they go
     * @param starts index of each line's first cell, unit by unit
     */
    Work fill(RowRange units, A into, int[] starts);

    /**
     * Computes what all units need, on the driver, before anything is planned.
     *
     * @param progress hears from time to time how far that is
     */
    default void prepare(ReferenceProgress progress) {}

    /** The reference that the units are compared with, if they are those of an exact view; computed by now or now. */
    default Optional<Reference> reference() {
        return Optional.empty();
    }

    /** The same work, where what all units need is sent by other means than with each task. */
    default Workload<A> sharing(Shared.Sharing sharing) {
        return this;
    }

    /** Cells that are still open when all units are computed, if there are any. */
    default Optional<Rest<A>> rest(A cells) {
        return Optional.empty();
    }

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

    /** CRC-32C of all cells in the order of files, hexadecimal. */
    default String checksum(A cells) {
        return cells().checksum(inFileOrder(cells), Math.multiplyExact(rows(), rowCells()));
    }

    /**
     * Units that are computed in one call, at most and at least 1: enough that a call costs nothing in comparison, few
     * enough that it takes well below a second, as only between calls is progress seen or work given up. It is the same
     * on every machine, because driver and executors both cut by it.
     */
    default int sliceUnits() {
        return Math.max(1, SLICE_CELLS / units().largest());
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

    /**
     * A cheap look at what single cells cost, which lie evenly over the array, its corners being the same.
     *
     * @param rows of the sample, from 1 to the number of rows
     * @param columns of the sample, from 1 to the cells of a row
     * @return the cells of the sample row by row; nothing if all cells cost the same
     */
    default Optional<CostSample> sampleCells(int rows, int columns) {
        return Optional.empty();
    }
}
