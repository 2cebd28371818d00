package org.mandelspark.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.record.SweepRecord;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.study.StudyResult;
import org.mandelspark.workload.Computation;

/** A sweep as people read it: on a terminal, and as files of the folder that holds its studies. */
public final class SweepReport {
    private final List<? extends StudyResult> results;
    private final Facets facets;

    /**
     * A report.
     *
     * @param results of all studies, in the order of the sweep
     */
    public SweepReport(List<? extends StudyResult> results) {
        this.results = List.copyOf(results);
        this.facets = Facets.of(this.results.stream()
                        .flatMap(result -> StudyReports.of(result).facet().stream())
                        .toList())
                .orElseThrow();
    }

    /** Names of all files that the folder of such a sweep may have besides folders. */
    public static List<String> fileNames(List<Computation<?>> computations) {
        return Plot.names(
                List.of(SweepRecord.NAME, TidyTables.RUNS, TidyTables.CHUNKS, Facets.CSV),
                Facets.figureNames(computations));
    }

    /** The fastest configuration of each study, and what follows, as a terminal shows them. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(facets.fastest().lines());
        facets.findings().forEach(finding -> lines.addAll(Paragraph.lines(finding)));
        return lines;
    }

    /**
     * Writes tables and figures.
     *
     * @throws IOException if one cannot be written
     */
    public void write(StudyFolder folder) throws IOException {
        TidyTables.of(results).writeTo(folder);
        new StudyFiles(List.of(facets.csv()), facets.figures()).writeTo(folder);
    }
}
