package org.mandelspark.grid;

import java.math.BigDecimal;

/** Numbers in the texts of view files and of the command line. */
final class NumberList {
    private NumberList() {}

    /**
     * Comma-separated decimal numbers of any length, exactly.
     *
     * @param text such as {@code -2,0.5}
     * @param count how many there must be
     * @param form what the text should look like, for the message
     * @throws IllegalArgumentException if they are not numbers or not as many
     */
    static BigDecimal[] decimals(String text, int count, String form) {
        String[] parts = text.split(",", -1);
        BigDecimal[] numbers = new BigDecimal[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                // A typographic minus sign comes with text copied from a page.
                numbers[i] = ExactPoint.number(parts[i].replace('−', '-'));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "finite numbers in the form " + form + " are needed, not '" + ExactPoint.shortened(text) + "'", e);
        }
        if (parts.length != count) {
            throw new IllegalArgumentException("finite numbers in the form " + form + " are needed, not the "
                    + parts.length + " of '" + ExactPoint.shortened(text) + "'");
        }
        return numbers;
    }

    /** The same, each rounded to the nearest double, which must be finite. */
    static double[] doubles(String text, int count, String form) {
        BigDecimal[] numbers = decimals(text, count, form);
        double[] rounded = new double[count];
        for (int i = 0; i < count; i++) {
            rounded[i] = numbers[i].doubleValue();
        }
        return rounded;
    }
}
