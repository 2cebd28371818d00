package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code wordcount}, inside this process. */
class WordCountCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void foldersCompressedFilesAndEmptyOnesAreCountedTogether() throws IOException {
        write("docs/a.txt", "One fish, two fish\n");
        write("docs/deeper/still/b.txt", "Cafe\u0301 caf\u00e9 CAF\u00c9\r\nred FISH");
        write("docs/empty.txt", "");
        write("docs/.hidden", "hidden");
        gzip("docs/c.txt.gz", "two blue fish");
        assertThat(count("docs")).isEqualTo("fish\t4\ncaf\u00e9\t3\ntwo\t2\nblue\t1\none\t1\nred\t1\n");
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("documents 4 (")
                .contains("counted   12 words, 6 different ones")
                .contains("wrote     ")
                .contains("    4  fish\n    3  caf\u00e9\n");
    }

    @Test
    void aLargeFileIsCutAndCountsAsIfItWereNot() throws IOException {
        String text = randomText(3 << 20);
        write("large.txt", text);
        gzip("small.txt.gz", text.substring(0, 10_000));
        assertThat(count("large.txt", "small.txt.gz", "--workers", "2"))
                .isEqualTo(reference(text + "\n" + text.substring(0, 10_000)));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void nothingOfALongLineIsLeftInAShorterOne() throws IOException {
        write("a.txt", "one long line\na\n");
        assertThat(count("a.txt")).isEqualTo("a\t1\nline\t1\nlong\t1\none\t1\n");
    }

    @Test
    void manySmallFilesAreCountedWithPatterns() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            String text = randomText(50 + i);
            write("many/f%02d.%s".formatted(i, i % 2 == 0 ? "txt" : "md"), text);
            all.append(i % 2 == 0 ? text + "\n" : "");
        }
        assertThat(count("many/*.txt")).isEqualTo(reference(all.toString()));
    }

    @Test
    void oneWordIsCountedInEachDocument() throws IOException {
        write("docs/a.txt", "fish\nFish fishes");
        write("docs/b.txt", "no such thing");
        write("docs/c.txt", "");
        write("docs/d.txt", "FISH-fish_fish");
        assertThat(count("docs", "--word", "FISH", "--top", "2"))
                .isEqualTo(document("d.txt") + "\t3\n" + document("a.txt") + "\t2\n" + document("b.txt") + "\t0\n"
                        + document("c.txt") + "\t0\n");
        assertThat(out.toString())
                .contains("word      fish")
                .contains("counted   5 in 2 of 4 documents")
                .contains("and 2 more documents")
                .doesNotContain("b.txt");
    }

    @Test
    void aDecomposedWordIsFoundByAComposedOneAndTheOtherWayRound() throws IOException {
        write("docs/a.txt", "cafe\u0301 caf\u00e9");
        assertThat(count("docs", "--word", "Caf\u00e9")).isEqualTo(document("a.txt") + "\t2\n");
        assertThat(count("docs", "--word", "Cafe\u0301", "--force")).isEqualTo(document("a.txt") + "\t2\n");
    }

    @Test
    void bytesThatAreNotUtf8AreReplacedAndCountedInAWarning() throws IOException {
        write("docs/good.txt", "caf\u00e9 \ufffd");
        Files.write(folder.resolve("docs/latin.txt"), "caf\u00e9 na\u00efve".getBytes(StandardCharsets.ISO_8859_1));
        String expected = "warning: malformed bytes, not UTF-8, were replaced: 2, in 1 of 2 documents, first in "
                + document("latin.txt");
        assertThat(count("docs")).isEqualTo("caf\t1\ncaf\u00e9\t1\nna\t1\nve\t1\n");
        assertThat(err.toString().strip()).isEqualTo(expected);
        err.getBuffer().setLength(0);
        assertThat(count("docs", "--word", "ve", "--force"))
                .isEqualTo(document("latin.txt") + "\t1\n" + document("good.txt") + "\t0\n");
        assertThat(err.toString().strip()).isEqualTo(expected);
    }

    @Test
    void equalCountsAreInTheOrderOfTheirCodePoints() throws IOException {
        write("a.txt", "\ud835\udc00 \uff41 z 9 \u00e9 a");
        assertThat(count("a.txt")).isEqualTo("9\t1\na\t1\nz\t1\n\u00e9\t1\n\uff41\t1\n\ud835\udc00\t1\n");
    }

    @Test
    void aDocumentCountsOnceHoweverManyPathsLeadToIt() throws IOException {
        write("docs/a.txt", "once");
        assertThat(count("docs", "docs/a.txt", "docs/*", "file:" + folder.resolve("docs/a.txt")))
                .isEqualTo("once\t1\n");
    }

    @Test
    void namesAreTakenAsTheyAreBeforeTheyAreTakenForPatterns() throws IOException {
        for (String name : List.of("a[1].txt", "a1.txt", "b,c.txt", "d e.txt", "f{g}.txt", "h*.txt", "hi.txt")) {
            write(name, name);
        }
        assertThat(count("a[1].txt", "b,c.txt", "d e.txt", "f{g}.txt", "h*.txt"))
                .isEqualTo("txt\t5\n1\t1\na\t1\nb\t1\nc\t1\nd\t1\ne\t1\nf\t1\ng\t1\nh\t1\n");
    }

    @Test
    void emptyDocumentsHaveNoWords() throws IOException {
        write("a.txt", "");
        write("b.txt", "\n -- \n");
        assertThat(count("a.txt")).isEmpty();
        assertThat(count("a.txt", "b.txt", "--force")).isEmpty();
        assertThat(out.toString()).contains("counted   0 words, 0 different ones");
    }

    @Test
    void withoutAFileTheCountsAreShownOnly() throws IOException {
        write("a.txt", "a b b");
        assertThat(run("wordcount", path("a.txt"), "--top", "1")).isZero();
        assertThat(out.toString()).contains("    2  b").contains("and 1 more word\n");
        assertThat(err.toString()).contains("nothing was written: --out counts.tsv");
    }

    @Test
    void aDamagedDocumentFailsTheJobInOneLineAndLeavesNoFile() throws IOException {
        write("good.txt", "good");
        gzip("cut.gz", randomText(10_000));
        byte[] whole = Files.readAllBytes(folder.resolve("cut.gz"));
        Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(run("wordcount", path("good.txt"), path("cut.gz"), "--out", path("counts.tsv")))
                .isEqualTo(Main.FAILED);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("cannot read").contains("cut.gz").contains("end of input");
        assertThat(out.toString()).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wordcount | PATH | Missing",
                "wordcount %nowhere.txt | nowhere.txt | no such file or folder",
                "wordcount %*.md | *.md | no such file or folder",
                "wordcount %empty | empty | no documents",
                "wordcount %.hidden | .hidden | begin with . or _",
                "wordcount p:q.txt | p:q.txt | cannot read",
                "wordcount %colon | p:q.txt | colon",
                "wordcount nosuchscheme://x/y | nosuchscheme | cannot read",
                "wordcount %a.txt --word two,words | --word | one word of letters and digits",
                "wordcount %a.txt --word - | --word | one word of letters and digits",
                "wordcount %a.txt --top 0 | --top | from 1 to",
                "wordcount %a.txt --top many | --top | from 1 to",
                "wordcount %a.txt --workers 0 | --workers | from 1 to",
                "wordcount %a.txt --out %counts.csv | --out | .tsv",
                "wordcount %a.txt --out %taken.tsv | --out | --force",
                "wordcount %a.txt --out %a.txt/x.tsv | --out | a file, not a folder",
                "wordcount %taken.tsv --out %taken.tsv --force | --out | one of the documents",
                "wordcount %a.txt --engine serial | --engine | Unknown option",
            })
    void badInputIsOneLineThatNamesItAndWhatIsAllowed(String command, String named, String allowed) throws IOException {
        write("a.txt", "a");
        write("taken.tsv", "mine");
        write(".hidden", "a");
        write("colon/p:q.txt", "a");
        Files.createDirectory(folder.resolve("empty"));
        assertThat(run(command.replace("%", folder + "/").split(" ", -1))).isEqualTo(Main.WRONG_INPUT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(named).contains(allowed);
        assertThat(folder.resolve("taken.tsv")).hasContent("mine");
    }

    @Test
    void helpHasAnExample() {
        assertThat(run("wordcount", "--help")).isZero();
        assertThat(out.toString()).contains("Examples:").contains("submit/mandelspark wordcount README.md");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
    }

    /** Counts in the ways of a first exercise: one text, one map, one sort. */
    private static String reference(String text) {
        Map<String, Integer> counts = new HashMap<>();
        Matcher word = Pattern.compile("[\\p{L}\\p{Nd}]+").matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
        while (word.find()) {
            counts.merge(word.group().toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
        Comparator<Map.Entry<String, Integer>> byCount = Map.Entry.comparingByValue(Comparator.reverseOrder());
        Comparator<Map.Entry<String, Integer>> byWord = (a, b) -> Arrays.compareUnsigned(
                a.getKey().getBytes(StandardCharsets.UTF_8), b.getKey().getBytes(StandardCharsets.UTF_8));
        StringBuilder lines = new StringBuilder();
        counts.entrySet().stream()
                .sorted(byCount.thenComparing(byWord))
                .forEach(entry -> lines.append(entry.getKey())
                        .append('\t')
                        .append(entry.getValue())
                        .append('\n'));
        return lines.toString();
    }

    /** Words of one to four letters from an alphabet with difficult ones, apart by all kinds of ends of lines. */
    private static String randomText(int chars) {
        Random random = new Random(chars);
        List<String> letters =
                List.of("a", "B", "7", "\u00c9", "e\u0301", "\u00df", "\u03a3", "\u0416", "\u65e5", "\ud835\udc00");
        List<String> gaps = List.of(" ", ", ", "\n", "\r\n", "\r", "\u2028", "_", "\u0301 ", "\ud83d\ude00");
        StringBuilder text = new StringBuilder();
        while (text.length() < chars) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                text.append(letters.get(random.nextInt(letters.size())));
            }
            text.append(gaps.get(random.nextInt(gaps.size())));
        }
        return text.toString();
    }

    /** Runs and reads what was written; arguments that are no options and have no option before them are paths here. */
    private String count(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of("wordcount"));
        boolean isPath = true;
        for (String arg : args) {
            isPath = isPath && !arg.startsWith("--");
            command.add(isPath && !arg.startsWith("file:") ? path(arg) : arg);
        }
        command.addAll(List.of("--out", path("counts.tsv")));
        assertThat(run(command.toArray(String[]::new))).as(err.toString()).isZero();
        return Files.readString(folder.resolve("counts.tsv"));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String document(String name) {
        return "file:" + folder.resolve("docs").resolve(name);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private void gzip(String name, String text) throws IOException {
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
