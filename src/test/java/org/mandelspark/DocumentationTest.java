package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandelspark.cli.KnownCommands;

/** The pages for people: their links, commands, options and files are there, and the first pages stay short. */
class DocumentationTest {
    private static final Path README = Path.of("README.md");
    private static final Path CONTRIBUTING = Path.of("CONTRIBUTING.md");
    private static final Path RESULTS = Path.of("src", "jmh", "RESULTS.md");
    private static final Path SITE = Path.of("src", "site");
    private static final Path CLASSES = Path.of("src", "main", "java", "org", "mandelspark");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern CONTINUATION = Pattern.compile("\\\\\\R\\s*");
    private static final Pattern CALL = Pattern.compile("(?m)^\\s*((?:submit/\\w+|spark-submit) .*)$");
    private static final Pattern OPTION = Pattern.compile("--?[a-z][a-z-]*");
    private static final Pattern MENTIONED = Pattern.compile("`(--[a-z-]+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\|");
    private static final Pattern FLOOR = Pattern.compile("(?m)^ {4}[|v]  ([a-z]+) ");
    private static final Pattern FILE = Pattern.compile("`((?:[\\w.-]+/)+[\\w.-]+|[\\w-]+\\.\\w+)`");

    /** Options in the text that are those of spark-submit, or of {@code notebooks/run}. */
    private static final Set<String> OTHERS =
            Set.of("--conf", "--deploy-mode", "--driver-memory", "--inplace", "--master", "--properties-file");

    /** The options of spark-submit that have no value. */
    private static final Set<String> SPARK_FLAGS = Set.of("--verbose", "-v", "--supervise");

    static List<Path> pages() throws IOException {
        try (Stream<Path> site = Files.list(SITE)) {
            return Stream.concat(
                            Stream.of(README, CONTRIBUTING, RESULTS),
                            site.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        }
    }

    @Test
    void theFirstPagesAreShort() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(200);
        assertThat(Files.readAllLines(CONTRIBUTING)).hasSizeLessThanOrEqualTo(80);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFileAndAHeading(Path page) throws IOException {
        for (MatchResult link : all(LINK, Files.readString(page))) {
            if (link.group(1).contains(":")) {
                continue;
            }
            Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
            assertThat(target).as(page + " links to " + link.group()).exists();
            if (link.group(2) != null) {
                assertThat(headings(target))
                        .as(page + " links to " + link.group())
                        .contains(link.group(2));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCallNamesACommandAndItsOptions(Path page) throws IOException {
        Map<String, Set<String>> known = KnownCommands.options();
        for (String call : calls(page)) {
            Deque<String> words = new ArrayDeque<>(Arrays.asList(call.split("\\s+", -1)));
            String program = words.remove();
            skipSparkOptions(words);
            if (program.equals("spark-submit")) {
                words.remove(); // the jar
            } else {
                assertThat(Path.of(program)).as(page + ": " + call).exists();
            }
            assertThat(words.peek()).as(page + ": the command of " + call).isIn(known.keySet());
            Set<String> options = known.get(words.remove());
            assertThat(words.stream().map(word -> word.split("=", 2)[0]).filter(OPTION.asMatchPredicate()))
                    .as(page + ": the options of " + call)
                    .isSubsetOf(options);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyOptionInTheTextIsOneOfSomeCommand(Path page) throws IOException {
        Set<String> known = KnownCommands.options().values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(() -> new HashSet<>(OTHERS)));
        assertThat(all(MENTIONED, Files.readString(page)))
                .extracting(option -> option.group(1))
                .isSubsetOf(known);
    }

    /** The first screen of a real log is what the command prints. */
    @Test
    void theScreenOfTheReadmeIsThatOfItsLog() throws IOException {
        StringWriter printed = new StringWriter();
        String log = "src/test/resources/eventlogs/gpu_oom_eventlog.zstd";
        assertThat(KnownCommands.run(printed, "analyse", log)).isZero();
        String screen = Files.readString(README).split("analyse " + log, 2)[1];
        assertThat(screen)
                .contains(printed.toString()
                        .lines()
                        .map(line -> ("    " + line).stripTrailing())
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void callsAreFound() throws IOException {
        assertThat(calls(README))
                .anyMatch(call -> call.endsWith(" --offset 0.1 --samples 3 --out out/seahorse.png"))
                .anyMatch(call -> call.endsWith(" --repeats 6 --warmup 1 --out out/balance"));
        assertThat(calls(SITE.resolve("clusters.md"))).anyMatch(call -> call.startsWith("spark-submit "));
    }

    @Test
    void theTableOfTheReadmeHasEveryCommand() throws IOException {
        assertThat(all(ROW, Files.readString(README)))
                .extracting(row -> row.group(1))
                .containsExactlyInAnyOrderElementsOf(KnownCommands.options().keySet());
    }

    @Test
    void theDrawingHasTheFloorsOfTheHouse() throws IOException {
        assertThat(all(FLOOR, Files.readString(CONTRIBUTING)))
                .extracting(floor -> floor.group(1))
                .isEqualTo(ArchitectureTest.FLOORS);
    }

    @Test
    void everyFileOfTheRecipesExists() throws IOException {
        String recipes = Files.readString(CONTRIBUTING).split("## Recipes\n", -1)[1];
        assertThat(all(FILE, recipes))
                .extracting(file -> file.group(1))
                .filteredOn(file -> !file.startsWith("target/")) // made by the build
                .hasSizeGreaterThan(30)
                .allMatch(file -> Files.exists(Path.of(file)) || Files.exists(CLASSES.resolve(file)));
    }

    @Test
    void everyPictureIsShown() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path page : pages()) {
            text.append(Files.readString(page));
        }
        try (Stream<Path> site = Files.list(SITE)) {
            assertThat(site.filter(file -> !file.toString().endsWith(".md")))
                    .isNotEmpty()
                    .allMatch(picture -> text.toString().contains(picture.getFileName() + ")"));
        }
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    /** Anchors as web sites make them of headings: in lower case, words joined by dashes, without punctuation. */
    private static List<String> headings(Path page) throws IOException {
        return all(HEADING, Files.readString(page)).stream()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} -]", ""))
                .map(heading -> heading.replace(' ', '-'))
                .toList();
    }

    /** Lines that call the program, each with the lines that continue it. */
    private static List<String> calls(Path page) throws IOException {
        String text = CONTINUATION.matcher(Files.readString(page)).replaceAll(" ");
        return all(CALL, text).stream().map(call -> call.group(1)).toList();
    }

    private static void skipSparkOptions(Deque<String> words) {
        while (words.peek() != null && words.peek().startsWith("-")) {
            String option = words.remove();
            if (!option.contains("=") && !SPARK_FLAGS.contains(option)) {
                words.poll();
            }
        }
    }
}
