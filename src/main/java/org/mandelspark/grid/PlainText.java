package org.mandelspark.grid;

/**
 * Makes text from other people's files safe to show: characters that move a terminal's cursor, ring its bell, turn the
 * direction of writing or end a line early would let a file speak in this program's name.
 */
public final class PlainText {
    /** The most characters a name may have. */
    public static final int LONGEST_NAME = 255;

    /** Spreadsheets take a cell that begins with one of them for a formula, which may call programs. */
    private static final String FORMULA_SIGNS = "=+-@";

    private PlainText() {}

    /**
     * Requires a name that fits on a line of a terminal, in a cell of a table and in a picture's caption as it is: 1 to
     * {@value #LONGEST_NAME} visible characters that do not begin as a spreadsheet's formula does.
     *
     * @param what it is, for the message
     * @return the name
     * @throws IllegalArgumentException if it is not such a name
     */
    public static String requireName(String what, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "%s has %d characters, at most %d are allowed".formatted(what, name.length(), LONGEST_NAME));
        }
        if (!name.codePoints().allMatch(PlainText::isVisible) || name.indexOf('\n') >= 0 || name.indexOf('\t') >= 0) {
            throw new IllegalArgumentException(what + " has characters that cannot be shown: '" + visible(name) + "'");
        }
        if (FORMULA_SIGNS.indexOf(name.charAt(0)) >= 0) {
            throw new IllegalArgumentException(what + " must not begin with one of " + FORMULA_SIGNS + ", as '" + name
                    + "' does: spreadsheets would compute it");
        }
        return name;
    }

    /** The text with a U+FFFD for each character that is not to be shown; new lines and tabs stay. */
    public static String visible(String text) {
        if (text.codePoints().allMatch(PlainText::isVisible)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(isVisible(c) ? c : '\ufffd'));
        return shown.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
            default -> !turnsDirection(c);
        };
    }

    /** True of the explicit directional characters of Unicode Standard Annex 9, 2. */
    private static boolean turnsDirection(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> true;
            default -> false;
        };
    }
}
