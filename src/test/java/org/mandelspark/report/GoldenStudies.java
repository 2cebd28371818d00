package org.mandelspark.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mandelspark.output.RunLog;
import org.mandelspark.study.RecordedStudy;

/**
 * Studies of the test resources, always the same. Their answers and steps were computed, their times made up from the
 * steps ({@code src/test/python/golden_studies.py}).
 */
public final class GoldenStudies {
    private static final Path STUDIES = Path.of("src/test/resources/studies");

    private GoldenStudies() {}

    /** Where one of them is. */
    static Path folder(String name) {
        return STUDIES.resolve(name);
    }

    /** The text of its runs. */
    static String runs(String name) {
        try {
            return Files.readString(folder(name).resolve(RunLog.NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy in a folder, with some text of its runs replaced. */
    static Path changed(String name, Path folder, String text, String by) {
        return changed(name, folder, List.of(text, by));
    }

    /** The same with several replacements, one after the other. */
    static Path changed(String name, Path folder, List<String> textsAndWhatTheyBecome) {
        String runs = runs(name);
        for (int i = 0; i < textsAndWhatTheyBecome.size(); i += 2) {
            if (!runs.contains(textsAndWhatTheyBecome.get(i))) {
                throw new IllegalArgumentException(name + " has no " + textsAndWhatTheyBecome.get(i));
            }
            runs = runs.replace(textsAndWhatTheyBecome.get(i), textsAndWhatTheyBecome.get(i + 1));
        }
        try {
            Files.writeString(folder.resolve(RunLog.NAME), runs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** The runs of a study, one a line of its file, of which some are left out. */
    static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        runs(name)
                .lines()
                .filter(line -> line.startsWith("{"))
                .forEach(line -> lines.add(line.endsWith(",") ? line.substring(0, line.length() - 1) : line));
        return lines;
    }

    static Path written(List<String> lines, Path folder) throws IOException {
        return Files.writeString(folder.resolve(RunLog.NAME), "[" + String.join(",\n", lines) + "]")
                .getParent();
    }

    /** A report of folders that can all be read. */
    static Report report(Path... folders) {
        List<Report.Source> sources = new ArrayList<>();
        for (Path folder : folders) {
            sources.add(new Report.Source(folder.toString(), RecordedStudy.of(RunLog.read(folder.toString()))));
        }
        return new Report(sources, List.of());
    }

    /** Its page. */
    static String page(Report report) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            report.writePage(
                    out, new ReportLinks(STUDIES.resolve("report.html").toString(), Optional.empty()), Instant.EPOCH);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
