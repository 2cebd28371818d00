package org.mandelspark.grid;

/**
 * An array of cells cut into units of work: rectangles side by side, numbered along the rows of the array from its first
 * row on. The last ones of each row of units and of each column may be smaller.
 *
 * <p>A unit consists of lines, each a part of a row of the array: its cells lie side by side there, and those of the next
 * line a row further. A unit that is sent somewhere is packed, line after line.
 *
 * @param whole columns and rows of the array
 * @param unit columns and rows of a unit, not more than those of the array
 */
public record Units(Size whole, Size unit) {
    /** An array whose rows are its units. */
    public static Units rows(int rows, int columns) {
        return new Units(new Size(columns, rows), new Size(columns, 1));
    }

    /** True if a unit is a row of the array. */
    public boolean areRows() {
        return unit.height() == 1 && unit.width() == whole.width();
    }

    /** Number of units side by side. */
    public int across() {
        return (whole.width() - 1) / unit.width() + 1;
    }

    /** Number of units one above another. */
    public int down() {
        return (whole.height() - 1) / unit.height() + 1;
    }

    /** Number of units. */
    public int count() {
        return Math.multiplyExact(across(), down());
    }

    /** Number and shape in words, such as {@code 40 rows} or {@code 12 tiles of 64x64}. */
    public String describe() {
        return counted(count()) + (areRows() ? "" : " of " + unit);
    }

    /** A number of units in words, such as {@code 12 tiles}. */
    public String counted(long number) {
        return Counted.of(number, areRows() ? "row" : "tile");
    }

    /** First row of a unit in the array. */
    public int row(int index) {
        return index / across() * unit.height();
    }

    /** First column of a unit in the array. */
    public int column(int index) {
        return index % across() * unit.width();
    }

    /** Number of rows of a unit, which are its lines. */
    public int height(int index) {
        return Math.min(unit.height(), whole.height() - row(index));
    }

    /** Number of columns of a unit. */
    public int width(int index) {
        return Math.min(unit.width(), whole.width() - column(index));
    }

    /** Cells of some units together. */
    public int cells(RowRange range) {
        if (areRows()) {
            return Math.multiplyExact(range.count(), whole.width());
        }
        int cells = 0;
        for (int k = 0; k < range.count(); k++) {
            cells = Math.addExact(cells, width(range.row(k)) * height(range.row(k)));
        }
        return cells;
    }

    /** Cells of the largest unit. */
    public int largest() {
        return unit.width() * unit.height();
    }

    /** Index of the first cell of each line in the array, unit by unit. */
    public int[] starts(RowRange range) {
        if (areRows()) {
            return range.starts(whole.width());
        }
        int[] starts = new int[lines(range)];
        int line = 0;
        for (int k = 0; k < range.count(); k++) {
            int index = range.row(k);
            int start = row(index) * whole.width() + column(index);
            for (int row = 0; row < height(index); row++) {
                starts[line++] = start + row * whole.width();
            }
        }
        return starts;
    }

    /** Index of the first cell of each line where these units are packed, unit by unit. */
    public int[] packedStarts(RowRange range) {
        if (areRows()) {
            return RowRange.band(0, range.count()).starts(whole.width());
        }
        int[] starts = new int[lines(range)];
        int line = 0;
        int start = 0;
        for (int k = 0; k < range.count(); k++) {
            int index = range.row(k);
            for (int row = 0; row < height(index); row++) {
                starts[line++] = start;
                start += width(index);
            }
        }
        return starts;
    }

    /** Rows of the array that are whole where all units before this one are there. */
    public int rowsBefore(int index) {
        return index == count() ? whole.height() : row(index);
    }

    private int lines(RowRange range) {
        int lines = 0;
        for (int k = 0; k < range.count(); k++) {
            lines += height(range.row(k));
        }
        return lines;
    }
}
