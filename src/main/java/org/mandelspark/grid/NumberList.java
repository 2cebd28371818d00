package org.mandelspark.grid;

/** Numbers in the texts of view files and of the command line. */
final class NumberList {
    private NumberList() {}

    /**
     * Comma-separated numbers.
     *
     * @param text such as {@code -2,0.5}
     * @param count how many there must be
     * @param form what the text should look like, for the message
     * @throws IllegalArgumentException if they are not numbers or not as many
     */
    static double[] parse(String text, int count, String form) {
        String[] parts = text.split(",", -1);
        double[] numbers = new double[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                // A typographic minus sign comes with text copied from a page.
                numbers[i] = Double.parseDouble(parts[i].strip().replace('−', '-'));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("numbers in the form " + form + " are needed, not '" + text + "'", e);
        }
        if (parts.length != count) {
            throw new IllegalArgumentException(
                    "numbers in the form " + form + " are needed, not the " + parts.length + " of '" + text + "'");
        }
        return numbers;
    }
}
