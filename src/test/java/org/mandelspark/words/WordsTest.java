package org.mandelspark.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.Draw;
import org.mandelspark.Property;

/** Words are runs of letters and digits, whatever form they were written in. */
class WordsTest {
    private static final String SPECIAL = " \t-'_09\u0130\u0131\u03a3\u1e9e\ufffd";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The quick, brown fox. | the quick brown fox",
                "don't stop_now 3.14 x2 | don t stop now 3 14 x2",
                "Ünïcödé ÅNGSTRÖM | ünïcödé ångström",
                "Straße STRASSE ẞ | straße strasse ß",
                "ΟΔΟΣ ΣΑΣ | οδος σας",
                "日本語 テスト | 日本語 テスト",
                "٣٤ ½ Ⅷ ² | ٣٤",
                "a\u200bb \ufffdc\u0000d | a b c d",
                "\ud835\udc00\ud835\udfd8 \ud83d\ude00 | \ud835\udc00\ud835\udfd8",
            })
    void wordsAreRunsOfLettersAndDigits(String text, String words) {
        assertThat(Words.in(text)).containsExactly(words.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…", "--\t\r\n--", "\u0301", "\ud83d\ude00"})
    void aTextWithoutLettersAndDigitsHasNoWords(String text) {
        assertThat(Words.in(text)).isEmpty();
    }

    @Test
    void aDecomposedLetterCountsAsTheComposedOne() {
        assertThat(Words.in("Cafe\u0301 caf\u00e9s e\u0301te\u0301"))
                .containsExactly("caf\u00e9", "caf\u00e9s", "\u00e9t\u00e9");
        // Ångström sign, Hangul in pieces, and a letter with two marks in either order.
        assertThat(Words.in("\u212b \u1112\u1161\u11ab")).containsExactly("\u00e5", "\ud55c");
        assertThat(Words.in("s\u0323\u0307 s\u0307\u0323")).containsExactly("\u1e69", "\u1e69");
    }

    @Test
    void aMarkThatDoesNotComposeSeparates() {
        assertThat(Words.in("x\u030cy")).containsExactly("x", "y");
        assertThat(Words.in("\u0939\u093f\u0928\u094d\u0926\u0940")).containsExactly("\u0939", "\u0928", "\u0926");
    }

    @Test
    void lowerCaseIsThatOfTheRootLocaleAndDoesNotCutWords() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Words.in("TITLE \u0130stanbul")).containsExactly("title", "i\u0307stanbul");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyLetterStaysComposedInLowerCase() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (Character.isLetterOrDigit(codePoint)) {
                assertThat(Words.in(Character.toString(codePoint)))
                        .allMatch(word -> Normalizer.isNormalized(word, Form.NFC));
            }
        }
    }

    @Test
    void oneWordIsParsedAsItIsCounted() {
        assertThat(Words.parse("CAFE\u0301")).isEqualTo("caf\u00e9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "word ", "-word", "don't", "!", "x\u030c"})
    void anythingButOneWordIsRefused(String text) {
        assertThatThrownBy(() -> Words.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one word")
                .hasMessageContaining("'" + text + "'");
    }

    @Property
    void theFormOfTheTextDoesNotMatter(Draw draw) {
        String text = text(draw);
        assertThat(Words.in(Normalizer.normalize(text, Form.NFD)))
                .isEqualTo(Words.in(text))
                .isEqualTo(Words.in(Normalizer.normalize(text, Form.NFC)));
    }

    @Property
    void wordsAreComposedAndStayInLowerCase(Draw draw) {
        String text = text(draw);
        assertThat(Words.in(text)).allSatisfy(word -> {
            assertThat(word).isNotEmpty();
            assertThat(Normalizer.normalize(word, Form.NFC)).isEqualTo(word);
            assertThat(word.toLowerCase(Locale.ROOT)).isEqualTo(word);
        });
    }

    @Property
    void linesMayBeHandedOverOneByOne(Draw draw) {
        String a = text(draw);
        String b = text(draw);
        List<String> both = new ArrayList<>(Words.in(a));
        both.addAll(Words.in(b));
        assertThat(Words.in(a + "\n" + b)).isEqualTo(both);
    }

    @Property
    void aLoopOverCodePointsFindsTheSameWords(Draw draw) {
        String text = text(draw);
        List<String> found = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        Normalizer.normalize(text + " ", Form.NFC).codePoints().forEach(codePoint -> {
            if (Character.isLetterOrDigit(codePoint)) {
                run.appendCodePoint(codePoint);
            } else if (!run.isEmpty()) {
                found.add(Normalizer.normalize(run.toString().toLowerCase(Locale.ROOT), Form.NFC));
                run.setLength(0);
            }
        });
        assertThat(Words.in(text)).isEqualTo(found);
    }

    /** Mostly what is difficult: marks, letters that compose, scripts with case, characters of two UTF-16 units. */
    private static String text(Draw draw) {
        return draw.text(
                0,
                40,
                () -> draw.oneOf(
                        () -> draw.integer('a', 'e'),
                        () -> draw.integer('A', 'E'),
                        () -> SPECIAL.codePointAt(draw.integer(0, SPECIAL.length() - 1)),
                        () -> draw.integer('\u00c0', '\u00ff'),
                        () -> draw.integer('\u0300', '\u0345'),
                        () -> draw.integer('\u0370', '\u03ff'),
                        () -> draw.integer('\u1100', '\u11ff'),
                        () -> draw.integer('\u1f00', '\u1fff'),
                        () -> draw.integer('\ud835', '\ud835'),
                        () -> draw.integer('\udc00', '\udfff')));
    }
}
