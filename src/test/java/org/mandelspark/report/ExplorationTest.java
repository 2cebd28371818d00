package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.files.Json;
import org.mandelspark.record.Run;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.RecordedStudy;
import org.mandelspark.study.SimulationResult;

/** The page that answers to a pointer: its data are those of the runs, and it holds nothing that could run but its script. */
class ExplorationTest {
    private static final String EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "balance",
                "balance-virtual",
                "balance-gauss",
                "balance-matmul",
                "scaling",
                "granularity",
                "kernels"
            })
    void everyMeasuredRunIsThereAndEveryUnitHasOneChunk(String name) {
        RecordedStudy study = RecordedStudy.read(GoldenStudies.folder(name).toString());
        JsonNode data = data(page(GoldenStudies.folder(name)));
        List<String> names = names(data);
        assertThat(names)
                .hasSizeGreaterThanOrEqualTo(study.result().configurations().size())
                .doesNotHaveDuplicates();
        for (JsonNode run : data.get("runs")) {
            int across = (run.get("whole").get(0).asInt() - 1)
                            / run.get("unit").get(0).asInt()
                    + 1;
            int down = (run.get("whole").get(1).asInt() - 1)
                            / run.get("unit").get(1).asInt()
                    + 1;
            assertThat(StreamSupport.stream(run.get("count").spliterator(), false)
                            .mapToInt(JsonNode::asInt)
                            .sum())
                    .as(run.get("name").asText())
                    .isEqualTo(across * down);
            assertThat(run.get("lane"))
                    .allMatch(lane -> lane.asInt() < run.get("workers").asInt());
        }
        assertThat(data.get("chosen").get(0).asInt())
                .isNotEqualTo(data.get("chosen").get(1).asInt());
    }

    @Test
    void barsAreTheChunksOfTheRun() {
        RecordedStudy study = RecordedStudy.read(GoldenStudies.folder("balance").toString());
        Run median = ((BalanceResult) study.result()).best().median();
        JsonNode run = named(
                data(page(GoldenStudies.folder("balance"))),
                "%s, threads with 4 workers, repeat %d (median)"
                        .formatted(median.schedule().label(), median.repeat()));
        int[] lanes = median.lanes();
        for (int i = 0; i < lanes.length; i++) {
            assertThat(run.get("lane").get(i).asInt()).isEqualTo(lanes[i]);
            assertThat(run.get("start").get(i).asLong())
                    .isEqualTo(median.planNanos() + median.chunks().get(i).startNanos());
            assertThat(run.get("work").get(i).asLong())
                    .isEqualTo(median.chunks().get(i).workNanos());
            assertThat(run.get("iterations").get(i).asLong())
                    .isEqualTo(median.chunks().get(i).iterations());
        }
        assertThat(run.get("end").asLong()).isEqualTo(median.planNanos() + median.wallNanos());
    }

    @Test
    void simulatedRunsTakeWhatTheSimulationSays() {
        RecordedStudy study = RecordedStudy.read(GoldenStudies.folder("scaling").toString());
        JsonNode data = data(page(GoldenStudies.folder("scaling")));
        List<SimulationResult.Row> rows = study.simulation().orElseThrow().rows().stream()
                .filter(row -> row.workers() <= 64)
                .toList();
        assertThat(rows).hasSizeGreaterThan(20);
        for (SimulationResult.Row row : rows) {
            String workers = row.workers() == 1 ? "1 worker" : row.workers() + " workers";
            JsonNode run = named(data, "%s, simulated with %s".formatted(row.schedule(), workers));
            assertThat(run.get("end").asLong() / 1e9).isCloseTo(row.makespanSeconds(), within(2e-9));
            assertThat(run.get("start")).hasSize(row.chunks());
        }
    }

    @Test
    void thePictureHasTheCostOfEachPixel() {
        JsonNode picture =
                data(page(GoldenStudies.folder("balance"))).get("pictures").get(0);
        RecordedStudy study = RecordedStudy.read(GoldenStudies.folder("balance").toString());
        int[] counts = ((BalanceResult) study.result()).picture().orElseThrow().counts();
        byte[] levels = Base64.getDecoder().decode(picture.get("levels").asText());
        assertThat(levels).hasSameSizeAs(counts);
        int most = IntStream.of(counts).max().orElseThrow();
        for (int i = 0; i < counts.length; i++) {
            assertThat((levels[i] & 0xff) == 255).isEqualTo(counts[i] == most);
        }
        assertThat(picture.get("firstRow").asText()).isEqualTo("bottom");
    }

    @Test
    void thePolicyAllowsItsOwnScriptAndStyleAndNothingElse() throws Exception {
        String page = page(GoldenStudies.folder("balance"));
        String policy = Html.escaped("default-src 'none'; script-src '" + hash("<script>", "</script>", page)
                + "'; style-src '" + hash("<style>", "</style>", page) + "'; base-uri 'none'; form-action 'none'");
        assertThat(page).contains("content=\"" + policy + "\"");
        assertThat(page)
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("<link")
                .doesNotContain("@import");
        assertThat(page).doesNotContainPattern("url\\(|src=|innerHTML|insertAdjacent|document\\.write|eval\\(");
        assertThat(page).doesNotContainPattern("<[^>]* style=").doesNotContainPattern("<[^>]* on[a-z]+=");
    }

    private static String hash(String begin, String end, String page) throws Exception {
        int from = page.indexOf(begin) + begin.length();
        byte[] content = page.substring(from, page.indexOf(end, from)).getBytes(StandardCharsets.UTF_8);
        return "sha256-"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"name\":\"custom\"", "\"executor\":\"driver\"", "\"host\":\"golden\""})
    void aStrangersTextIsNothingButText(String field) {
        String value = field.substring(field.lastIndexOf(':') + 1).replace("\"", "");
        String page = page(GoldenStudies.changed("balance", folder, field, field.replace(value, EVIL)));
        assertThat(page.split("<script", -1)).hasSize(3);
        assertThat(page.split("</script", -1)).hasSize(3);
        assertThat(page).doesNotContain("<img");
        assertThat(data(page).toString()).contains("</script><script>alert(1)");
    }

    @Test
    void dataEndNoElementAndNoLine() {
        assertThat(new Html().data("data", "[\"</script>&\u2028\u2029<!--\"]").page())
                .contains("[\"\\u003c/script\\u003e\\u0026\\u2028\\u2029\\u003c!--\"]");
    }

    private static String page(Path... folders) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new Exploration(GoldenStudies.report(folders)).writePage(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode data(String page) {
        Matcher data = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertThat(data.find()).isTrue();
        return Json.tree(data.group(1).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(JsonNode data) {
        return StreamSupport.stream(data.get("runs").spliterator(), false)
                .map(run -> run.get("name").asText())
                .toList();
    }

    private static JsonNode named(JsonNode data, String name) {
        int index = names(data).indexOf(name);
        assertThat(index).as(name + " among " + names(data)).isNotNegative();
        return data.get("runs").get(index);
    }
}
