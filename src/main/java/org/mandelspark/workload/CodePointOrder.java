package org.mandelspark.workload;

import java.util.Comparator;

/**
 * Strings by their Unicode code points, which is also the order of their UTF-8 bytes and what {@code LC_ALL=C sort}
 * does.
 *
 * <p>It differs from {@link String#compareTo}, which compares UTF-16 units, where a character beyond U+FFFF meets one
 * from U+E000 to U+FFFF: its surrogates, from U+D800 on, are the smaller units of the larger character.
 */
public enum CodePointOrder implements Comparator<String> {
    /** The only one. */
    ORDER;

    private static final int FIRST_AFTER_SURROGATES = Character.MAX_SURROGATE + 1;

    /** What lifts surrogates above all other units. */
    private static final int LIFT = Character.MAX_VALUE + 1;

    @Override
    public int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static int rank(char unit) {
        return unit >= Character.MIN_SURROGATE && unit < FIRST_AFTER_SURROGATES ? unit + LIFT : unit;
    }
}
