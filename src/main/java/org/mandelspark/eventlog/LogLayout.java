package org.mandelspark.eventlog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mandelspark.files.InputFolder;
import org.mandelspark.files.StudyFolder;

/**
 * Files of a log in their order.
 *
 * <p>Spark writes a file, or since 3.0 a folder {@code eventlog_v2_APP} with {@code events_N_APP} in it, where a file with
 * the ending {@code .compact} replaces itself and all before it. Databricks writes a folder with {@code eventlog-DATE…} and,
 * last, {@code eventlog}. Any other folder may hold several logs.
 *
 * @param kind what it is
 * @param parts paths in the order in which they were written; of a folder of logs those of the logs
 * @param gaps what is missing, in sentences for people
 */
record LogLayout(Kind kind, List<String> parts, List<String> gaps) {
    enum Kind {
        ONE_LOG,
        FOLDER_OF_LOGS
    }

    private static final Pattern ROLLED = Pattern.compile("events_(\\d{1,18})_.*");
    private static final String COMPACT = ".compact";
    private static final String DATABRICKS = "eventlog";

    LogLayout {
        parts = List.copyOf(parts);
        gaps = List.copyOf(gaps);
    }

    /** A part of a rolled log. */
    private record Part(long number, String name) {
        boolean isCompact() {
            return name.endsWith(COMPACT);
        }
    }

    /** The layout that a path leads to; throws IllegalArgumentException if nothing can be read there. */
    static LogLayout of(String path) {
        if (!InputFolder.isFolder(path)) {
            return new LogLayout(Kind.ONE_LOG, List.of(path), List.of());
        }
        List<InputFolder.Entry> entries = InputFolder.entries(path);
        List<Part> rolled = new ArrayList<>();
        List<String> databricks = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (InputFolder.Entry entry : entries) {
            Matcher part = ROLLED.matcher(entry.name());
            if (!entry.isFolder() && part.matches()) {
                rolled.add(new Part(Long.parseLong(part.group(1)), entry.name()));
            } else if (!entry.isFolder()
                    && (entry.name().equals(DATABRICKS) || entry.name().startsWith(DATABRICKS + "-"))) {
                databricks.add(entry.name());
            } else if (!entry.name().startsWith(".") && !entry.name().startsWith("_")) {
                others.add(StudyFolder.file(path, entry.name()));
            }
        }
        if (!rolled.isEmpty()) {
            return rolled(path, rolled);
        }
        if (!databricks.isEmpty()) {
            // The one without a date is the one that is still written.
            databricks.sort(Comparator.comparing((String name) -> name.equals(DATABRICKS))
                    .thenComparing(Comparator.naturalOrder()));
            return new LogLayout(
                    Kind.ONE_LOG,
                    databricks.stream()
                            .map(name -> StudyFolder.file(path, name))
                            .toList(),
                    List.of());
        }
        return new LogLayout(Kind.FOLDER_OF_LOGS, others, List.of());
    }

    private static LogLayout rolled(String path, List<Part> all) {
        List<String> gaps = new ArrayList<>();
        OptionalLong compact =
                all.stream().filter(Part::isCompact).mapToLong(Part::number).max();
        long first = compact.orElse(1);
        List<Part> parts = all.stream()
                .filter(part -> part.number() > first || part.isCompact() == compact.isPresent())
                .filter(part -> part.number() >= first)
                .sorted(Comparator.comparingLong(Part::number).thenComparing(Part::name))
                .toList();
        if (compact.isPresent()) {
            gaps.add("the log was compacted: Spark has removed tasks of jobs that had ended");
        }
        long expected = first;
        for (Part part : parts) {
            if (part.number() > expected) {
                gaps.add("parts of the log are missing: %d is followed by %d".formatted(expected - 1, part.number()));
            }
            expected = part.number() + 1;
        }
        return new LogLayout(
                Kind.ONE_LOG,
                parts.stream().map(part -> StudyFolder.file(path, part.name())).toList(),
                gaps);
    }
}
