package org.mandelspark.grid;

import java.util.Locale;

/** Numbers of things in words, for people: 1 worker, 2 workers, 1,000 workers. */
public final class Counted {
    private Counted() {}

    /**
     * A number of things whose plural ends with s.
     *
     * @param one what one of them is called
     */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    /**
     * A number of things.
     *
     * @param one what one of them is called
     * @param several what none of them, or more than one, is called
     */
    public static String of(long number, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : several);
    }
}
