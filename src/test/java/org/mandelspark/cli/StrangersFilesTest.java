package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to do harm: they run nothing, write nowhere else, and do not speak in this program's name. */
class StrangersFilesTest {
    private static final String VIEW = "region=-2,0.5,-1.25,1.25\nsize=20x10\nmax-iter=5\n";

    /** Longer ones are a file's content more than a message. */
    private static final int LONGEST_LINE = 2200;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "formula=\\u001b[2Jmandelbrot",
                "formula=${jndi:ldap://127.0.0.1:1/a}",
                "\\u001b]0;owned\\u0007=1",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
                "formula: !!javax.script.ScriptEngineManager [1]",
                "{\"@class\":\"java.lang.ProcessBuilder\"}",
                "include=/etc/passwd",
                "size=2147483648x1",
                "size=99999999999999999999x99999999999999999999",
                "max-iter=1e9",
                "max-iter=99999999999999999999",
                "region=-1e999,1,0,1",
                "region=NaN,1,0,1",
                "center=0,0",
                "formula=julia:NaN,0",
                "formula=multibrot:2147483647",
            })
    void aHostileViewFileIsRefusedInOneHarmlessLine(String line) throws IOException {
        assertRefused(Files.writeString(folder.resolve("mine.properties"), VIEW + line + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=%sx%s", "region=%s,%s,0,1", "formula=multibrot:%s%s", "%s=%s"})
    void endlessNumbersAndNamesAreRefusedAtOnce(String line) throws IOException {
        String digits = "9".repeat(400_000);
        assertRefused(Files.writeString(folder.resolve("mine.properties"), VIEW + line.formatted(digits, digits)));
    }

    @Test
    void aFileThatNobodyHasWrittenByHandIsRefused() throws IOException {
        assertRefused(Files.writeString(folder.resolve("mine.properties"), VIEW + "#".repeat(1 << 20)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[2Jclear",
                "two\nlines",
                "a\u0007bell",
                "c1\u009b31m",
                "turned\u202egnp.exe",
                "separated\u2028line",
                "=HYPERLINK(1)",
                "@SUM(1)",
                "+1",
            })
    void aNameThatActsWhereItIsShownIsRefused(String name) throws IOException {
        Charset names = Charset.forName(System.getProperty("sun.jnu.encoding"));
        assumeTrue(names.newEncoder().canEncode(name), "this locale cannot name such a file");
        assertRefused(Files.writeString(folder.resolve(name + ".properties"), VIEW));
    }

    @Test
    void aNameIsAPlaceForNothing() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("a/b"));
        Path view = Files.writeString(folder.resolve("..%2f%s${env:HOME}.properties"), VIEW);
        Path detour = inner.resolve("../../" + view.getFileName());
        Path target = inner.resolve("x.png");
        assertThat(run(
                        "render",
                        "--engine",
                        "serial",
                        "--view",
                        detour.toString(),
                        "--out",
                        target.toString(),
                        "--out",
                        inner.resolve("x.json").toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("..%2f%s${env:HOME}, 20x10");
        assertThat(below(folder)).containsExactlyInAnyOrder(view, target, inner.resolve("x.json"));
    }

    @Test
    void markupInANameIsTextInEveryPlot() throws Exception {
        Path view = Files.writeString(folder.resolve("a<script>&\"'.properties"), VIEW);
        Path study = folder.resolve("study");
        assertThat(run(
                        "scaling",
                        "--engine",
                        "threads",
                        "--view",
                        view.toString(),
                        "--workers",
                        "1",
                        "--warmup",
                        "1",
                        "--repeats",
                        "1",
                        "--out",
                        study.toString()))
                .as(err.toString())
                .isZero();
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        DocumentBuilder xml = parsers.newDocumentBuilder();
        List<Path> plots = below(study).stream()
                .filter(file -> file.toString().endsWith(".svg"))
                .toList();
        assertThat(plots).isNotEmpty();
        StringBuilder said = new StringBuilder();
        for (Path plot : plots) {
            var document = xml.parse(plot.toFile());
            assertThat(document.getElementsByTagName("script").getLength()).isZero();
            said.append(document.getDocumentElement().getTextContent());
        }
        assertThat(said.toString()).contains("a<script>&\"'");
    }

    @Test
    void anArrayThatClaimsMoreThanItHoldsTakesNoMemory() throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (40000, 40000), }\n";
        Path npy = folder.resolve("a.npy");
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        byte[] file = new byte[10 + text.length];
        System.arraycopy(
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0}, 0, file, 0, 10);
        System.arraycopy(text, 0, file, 10, text.length);
        Files.write(npy, file);
        String path = npy.toString();
        assertThat(run("matmul", "--engine", "serial", "--a", path, "--b", path))
                .isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).doesNotContain("out of memory");
    }

    @Test
    void aPasswordInAnAddressIsNotSaid() {
        assertThat(run("render", "--view", "s3a://me:hunter2@127.0.0.1:1/x.properties", "--verbose"))
                .isNotZero();
        assertThat(run("render", "--size", "9x9", "--out", "nosuch://me:hunter2@127.0.0.1:1/x.png", "--verbose"))
                .isNotZero();
        assertThat(CommandLineCheck.check(
                        new PrintWriter(err, true), "render", "--view", "s3a://me:hunter2@127.0.0.1:1/x.properties"))
                .isEqualTo(Main.WRONG_INPUT);
        assertThat(out.toString() + err).doesNotContain("hunter2").contains("127.0.0.1:1");
    }

    private void assertRefused(Path view) throws IOException {
        assertThat(run(
                        "render",
                        "--view",
                        view.toString(),
                        "--engine",
                        "serial",
                        "--out",
                        folder.resolve("x.png").toString()))
                .as(err.toString())
                .isEqualTo(Main.WRONG_INPUT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("mandelspark render: Invalid value for option '--view': ")
                        .hasSizeLessThan(LONGEST_LINE)
                        .doesNotContainPattern("[\\p{Cc}\\u2028\\u202e]"));
        assertThat(below(folder)).containsExactly(view);
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
