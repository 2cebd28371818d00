package org.mandelspark.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words of a text: maximal runs of Unicode letters and decimal digits, in lower case. The steps depend on their
 * order:
 *
 * <ol>
 *   <li>The text is composed (Unicode normalisation form C). A decomposed é, the letter e and a combining accent, counts
 *       as the composed one; if the text were cut first, the accent would end the word.
 *   <li>It is cut. Everything but the general categories L and Nd separates words: apostrophes, underscores, and
 *       combining marks that have no composed form with their letter, such as the vowel signs of Devanagari.
 *   <li>Each word is put into lower case by the rules of the root locale, whatever the language of the machine, with a
 *       final sigma where Greek has one. The İ of İstanbul, whose lower case is i and a combining dot, no longer splits
 *       its word then. Lower case leaves composed letters composed.
 * </ol>
 *
 * <p>No word spans two lines, so a text may be passed line by line. See the Unicode Standard, Annex 15, on normalisation
 * forms.
 */
public final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");

    private Words() {}

    /** Returns the words of a text in the order of the text. */
    static List<String> in(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(composed(text));
        while (word.find()) {
            words.add(lowerCase(word.group()));
        }
        return words;
    }

    /**
     * Returns the only word of a text, as {@link #in} gives it.
     *
     * @throws IllegalArgumentException if the text is anything but one word
     */
    public static String parse(String text) {
        String word = lowerCase(composed(text));
        if (!in(text).equals(List.of(word))) {
            throw new IllegalArgumentException("one word of letters and digits is needed, not '" + text + "'");
        }
        return word;
    }

    private static String composed(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String lowerCase(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
