package org.mandelspark.grid;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shape of the unit of work, the smallest piece that a schedule may give away: a row of the array, or a tile. */
public sealed interface Unit extends Serializable {
    /** A row of the array of cells, from its first column to its last. */
    Unit ROW = new Row();

    /** A single cell. */
    Unit CELL = new Tile(1, 1);

    /** Limit of tiles; each costs a call, and a schedule holds some numbers for each. */
    int MOST_TILES = 1 << 20;

    /** Name on the command line and in files; {@link #parse} reads it back. */
    String label();

    /** A schedule's name with that of its unit, such as {@code lpt in 64x64}; rows need not be named. */
    String behind(String schedule);

    /**
     * The units of an array.
     *
     * @param rows of the array, at least 1
     * @param columns of the array, at least 1
     * @throws IllegalArgumentException if a tile is larger than the array, or if there would be too many
     */
    Units cut(int rows, int columns);

    /**
     * The unit of a name: {@code row}, or a tile such as {@code 64x32}.
     *
     * @throws IllegalArgumentException that says which names there are
     */
    static Unit parse(String label) {
        return label.equals(Row.LABEL) ? ROW : Tile.parse(label);
    }

    /** A row; {@link #ROW} is the one there is. */
    record Row() implements Unit {
        private static final String LABEL = "row";

        @Override
        public String label() {
            return LABEL;
        }

        @Override
        public String behind(String schedule) {
            return schedule;
        }

        @Override
        public Units cut(int rows, int columns) {
            return Units.rows(rows, columns);
        }
    }

    /**
     * A tile of so many cells; at the ends of the array's rows and columns it may be cut off.
     *
     * @param width columns, at least 1
     * @param height rows, at least 1
     */
    record Tile(int width, int height) implements Unit {
        private static final Pattern FORM = Pattern.compile("(\\d{1,9})[xX×](\\d{1,9})");

        public Tile {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException("a tile must be at least 1x1, not " + width + "x" + height);
            }
        }

        private static Tile parse(String label) {
            Matcher form = FORM.matcher(label.strip());
            if (!form.matches()) {
                throw new IllegalArgumentException(
                        "a unit is 'row', or a tile WIDTHxHEIGHT such as 64x64, not '" + label + "'");
            }
            return new Tile(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        }

        @Override
        public String label() {
            return width + "x" + height;
        }

        @Override
        public String behind(String schedule) {
            return schedule + " in " + label();
        }

        @Override
        public Units cut(int rows, int columns) {
            if (width > columns || height > rows) {
                throw new IllegalArgumentException(
                        "a tile of " + label() + " is larger than the picture, " + columns + "x" + rows);
            }
            Units units = new Units(new Size(columns, rows), new Size(width, height));
            long count = (long) units.across() * units.down();
            if (count > MOST_TILES) {
                throw new IllegalArgumentException(
                        "tiles of %s cut %dx%d into %,d units, more than %,d: take larger ones, or a smaller picture"
                                .formatted(label(), columns, rows, count, MOST_TILES));
            }
            return units;
        }
    }
}
