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
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
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
        return text(name, RunLog.NAME);
    }

    /** A copy in a folder, with some text of its runs replaced. */
    static Path changed(String name, Path folder, String text, String by) {
        return changed(name, folder, List.of(text, by));
    }

    /** The same with several replacements, one after the other. */
    static Path changed(String name, Path folder, List<String> textsAndWhatTheyBecome) {
        boolean isThere = false;
        for (String file : List.of(StudyRecord.NAME, RunLog.NAME)) {
            String content = text(name, file);
            for (int i = 0; i < textsAndWhatTheyBecome.size(); i += 2) {
                isThere |= content.contains(textsAndWhatTheyBecome.get(i));
                content = content.replace(textsAndWhatTheyBecome.get(i), textsAndWhatTheyBecome.get(i + 1));
            }
            write(folder, file, content);
        }
        if (!isThere) {
            throw new IllegalArgumentException(name + " has none of " + textsAndWhatTheyBecome);
        }
        return folder;
    }

    private static String text(String name, String file) {
        try {
            return Files.readString(folder(name).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String file, String content) {
        try {
            Files.writeString(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** A copy of a study with these runs. */
    static Path written(String name, List<String> lines, Path folder) {
        write(folder, StudyRecord.NAME, text(name, StudyRecord.NAME));
        write(folder, RunLog.NAME, "[" + String.join(",\n", lines) + "]");
        return folder;
    }

    /** A report of folders that can all be read. */
    static Report report(Path... folders) {
        List<Report.Source> sources = new ArrayList<>();
        for (Path folder : folders) {
            sources.add(new Report.Source(folder.toString(), RecordedStudy.read(folder.toString())));
        }
        return new Report(sources, List.of());
    }

    /** Its page. */
    static String page(Report report) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            report.writePage(
                    out,
                    new ReportLinks(STUDIES.resolve("report.html").toString(), Optional.empty(), Optional.empty()),
                    Instant.EPOCH);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
