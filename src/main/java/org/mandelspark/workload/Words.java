package org.mandelspark.workload;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text: maximal runs of Unicode letters and decimal digits, in lower case.
 *
 * <p>In this order, which matters:
 *
 * <ol>
 *   <li>The text is composed (Unicode normalisation form C). A decomposed é, the letter e and a combining accent, is then
 *       one letter and counts as the composed one; cut first, the accent would end the word.
 *   <li>It is cut. Letters and digits are those of {@link Character#isLetterOrDigit(int)}: the general categories L and
 *       Nd, by code point. Everything else separates, apostrophes and underscores too, and so does a combining mark that
 *       has no composed form with its letter, as the vowel signs of Devanagari.
 *   <li>Each word is put into lower case by the rules of the root locale, whatever the language of the machine, with a
 *       final sigma where Greek has one; cut first, so that the İ of İstanbul, whose lower case is i and a combining
 *       dot, does not fall apart. What was composed stays so: letters have no lower case that could be composed.
 * </ol>
 *
 * <p>No word spans two lines, so a text may be handed over line by line. See the Unicode Standard, Annex 15, on
 * normalisation forms.
 */
public final class Words {
    private Words() {}

    /** The words of a text in the order in which they stand there. */
    public static List<String> in(String text) {
        String composed = composed(text);
        List<String> words = new ArrayList<>();
        int end = composed.length();
        int start = 0;
        while (start < end) {
            int codePoint = composed.codePointAt(start);
            if (Character.isLetterOrDigit(codePoint)) {
                int after = endOfWord(composed, start);
                words.add(composed.substring(start, after).toLowerCase(Locale.ROOT));
                start = after;
            } else {
                start += Character.charCount(codePoint);
            }
        }
        return words;
    }

    /**
     * The one word that a text consists of, as {@link #in} gives it.
     *
     * @throws IllegalArgumentException if the text is anything else than one word
     */
    public static String parse(String text) {
        List<String> words = in(text);
        String composed = composed(text);
        if (words.size() != 1 || endOfWord(composed, 0) != composed.length()) {
            throw new IllegalArgumentException("one word of letters and digits is needed, not '" + text + "'");
        }
        return words.get(0);
    }

    private static int endOfWord(String composed, int start) {
        int end = start;
        while (end < composed.length() && Character.isLetterOrDigit(composed.codePointAt(end))) {
            end += Character.charCount(composed.codePointAt(end));
        }
        return end;
    }

    private static String composed(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
