package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.study.RecordedStudy;

/** What each kind of study says of recorded runs of each workload: the page's text, the CSV tables, the figures' data. */
class GoldenStudiesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "balance",
                "balance-virtual",
                "balance-gauss",
                "balance-matmul",
                "scaling",
                "scaling-weak",
                "scaling-gauss",
                "scaling-matmul",
                "kernels",
                "kernels-gauss",
                "kernels-matmul",
                "granularity",
                "granularity-gauss",
                "granularity-matmul"
            })
    void aRecordedStudyGivesTheSameTablesFindingsAndSeries(String name) throws IOException {
        String text = text(name);
        Path actual = Files.createDirectories(Path.of("target", "golden")).resolve(name + ".txt");
        Files.writeString(actual, text);
        Path expected = GoldenStudies.folder(name).resolve("expected.txt");
        assertThat(text)
                .as("if this is meant, copy %s to %s", actual, expected)
                .isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    }

    private static String text(String name) throws IOException {
        RecordedStudy study = RecordedStudy.read(GoldenStudies.folder(name).toString());
        List<String> lines = new ArrayList<>();
        StudySection section = StudySection.of(study);
        add(section.figures(), lines);
        if (section.simulation().isPresent()) {
            add(section.simulation().get().figures(), lines);
        }
        return PageText.of(GoldenStudies.page(GoldenStudies.report(GoldenStudies.folder(name))))
                + String.join("\n", lines) + "\n";
    }

    private static void add(StudyFiles files, List<String> lines) throws IOException {
        for (StudyFiles.Table table : files.tables()) {
            if (!table.name().endsWith(".csv")) {
                continue; // the same as a CSV table, with the machine
            }
            ByteArrayOutputStream csv = new ByteArrayOutputStream();
            table.content().writeTo(csv);
            lines.add("file " + table.name());
            lines.add(csv.toString(StandardCharsets.UTF_8).strip());
        }
        for (Figure figure : files.figures()) {
            lines.add("figure " + figure.name() + ": " + figure.plot().title());
            lines.addAll(PlotSeries.of(figure.plot()));
        }
    }
}
