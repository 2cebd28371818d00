package org.mandelspark.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Parameters that turn escape counts into colours.
 *
 * <p>The kind gives each escaped pixel a shade s between 0 and 256, the larger the longer it stays. The palette, seen as a
 * circle of 256 colours, is run through {@code cycles} times, from {@code offset} on: the colour is the one at the place
 * {@code (s · cycles + 256 · offset) mod 256}. Inverted, the circle is run through the other way, from the same colour on:
 * the place is 256 less that.
 *
 * @param kind how a pixel gets its place
 * @param palette the colours
 * @param direction how the palette is run through
 * @param cycles how often, from 1 to {@value #MOST_CYCLES}
 * @param offset where it is entered, in lengths of the palette, from 0 to less than 1
 */
public record Colouring(Kind kind, Palette palette, Direction direction, int cycles, double offset) {
    /** Beyond, neighbouring pixels have no colours in common. */
    public static final int MOST_CYCLES = 1000;

    /** Ways to give a pixel its place on the palette. */
    public enum Kind {
        /** By its count and the distribution of counts in the whole picture. */
        HISTOGRAM,
        /** By its count and the distribution of counts in a small preview, so that the size of the picture does not matter. */
        BANDS,
        /** By its count and fraction, on the scale of {@link #BANDS}, without steps between counts. */
        SMOOTH;

        /** The name on the command line. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The kind of a name.
         *
         * @throws IllegalArgumentException that lists the known ones
         */
        public static Kind parse(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown colouring '" + label + "', known are "
                            + Arrays.stream(values()).map(Kind::label).collect(Collectors.joining(", "))));
        }
    }

    /** Directions in which a palette is run through. */
    public enum Direction {
        FORWARD,
        INVERTED
    }

    public Colouring {
        if (cycles < 1 || cycles > MOST_CYCLES) {
            throw new IllegalArgumentException(
                    "the palette can repeat from 1 to " + MOST_CYCLES + " times, not " + cycles);
        }
        if (!(offset >= 0 && offset < 1)) {
            throw new IllegalArgumentException("the offset must be at least 0 and less than 1, not " + offset);
        }
    }

    /** The place on the palette, from 0 to less than 256, of a shade. */
    double place(double shade) {
        double place = (shade * cycles + Palette.SIZE * offset) % Palette.SIZE;
        return switch (direction) {
            case FORWARD -> place;
            case INVERTED -> place == 0 ? 0 : Palette.SIZE - place;
        };
    }

    /** The palette once, by the distribution of the whole picture. */
    public static Colouring of(Palette palette) {
        return new Colouring(Kind.HISTOGRAM, palette, Direction.FORWARD, 1, 0);
    }
}
