package org.mandelspark.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mandelspark.files.InputFile;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.study.StudyResult;

/**
 * A kind of study as people read it: on a terminal, as files of its folder, and as a section of a page.
 *
 * @param <R> its result
 */
public abstract sealed class StudyReport<R extends StudyResult>
        permits ScalingReport, BalanceReport, KernelsReport, GranularityReport, SingleRunReport {
    private final Class<R> results;

    StudyReport(Class<R> results) {
        this.results = results;
    }

    /** This report with a result; nothing if it is for other results. */
    final Optional<Told<R>> told(StudyResult result) {
        return results.isInstance(result) ? Optional.of(new Told<>(this, results.cast(result))) : Optional.empty();
    }

    /** True if a folder holds all that {@link #write} writes: the study came to its end. */
    public final boolean isWritten(String path) {
        return InputFile.isThere(StudyFolder.file(path, TidyTables.RUNS));
    }

    /**
     * A result that was read back, if it is of this kind.
     *
     * @throws IllegalArgumentException if it is another study's
     */
    public final R cast(StudyResult result) {
        return told(result)
                .orElseThrow(() -> new IllegalArgumentException("it holds another study"))
                .result();
    }

    /** The result among others of a sweep, where such studies can be swept. */
    Optional<Facet> facet(R result) {
        return Optional.empty();
    }

    /** A report together with a result that it is for. */
    record Told<R extends StudyResult>(StudyReport<R> report, R result) {
        StudyFiles files() {
            return report.catalogue().of(result);
        }

        String title() {
            return report.title(result);
        }

        List<String> findings() {
            return report.findings(result);
        }

        List<NotedTable> tables() {
            return report.tables(result);
        }

        Optional<Facet> facet() {
            return report.facet(result);
        }
    }

    /** Files of tables and of figures. */
    abstract Catalogue<R> catalogue();

    /** The kind of study, and of which problem it is. */
    abstract String title(R result);

    /** Sentences to conclude with, the most important one first. */
    abstract List<String> findings(R result);

    /** Tables of what was measured, the main one first, with notes. */
    abstract List<NotedTable> tables(R result);

    /** Tables, notes and findings as a terminal shows them, at most 100 columns wide; findings below the main table. */
    public final List<String> lines(R result) {
        List<String> lines = new ArrayList<>();
        for (NotedTable table : tables(result)) {
            if (lines.isEmpty()) {
                lines.addAll(table.lines());
                findings(result).forEach(finding -> lines.addAll(Paragraph.lines(finding)));
            } else {
                lines.add("");
                lines.addAll(table.lines());
            }
        }
        return lines;
    }

    /** Names of all files that a folder of such a study may have. */
    public final List<String> fileNames() {
        return catalogue().names(StudyRecord.NAME, RunLog.NAME, TidyTables.RUNS, TidyTables.CHUNKS);
    }

    /**
     * Writes tables and figures; runs were written as they came.
     *
     * @throws IOException if one cannot be written
     */
    public final void write(R result, StudyFolder folder) throws IOException {
        TidyTables.of(List.of(result)).writeTo(folder);
        catalogue().of(result).writeTo(folder);
    }
}
