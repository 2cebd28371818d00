package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mandelspark.report.Published.Line;
import org.mandelspark.report.Published.Table;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.HeadToHeadResult.Row;
import org.mandelspark.workload.Problem;

/** A published table of kernels in Python, and for each of its rows the one of ours that is built the same way. */
public final class PublishedKernels {
    private final Table published;

    private PublishedKernels(Table published) {
        this.published = published;
    }

    /**
     * The table that was published for a problem.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static PublishedKernels of(Problem<?> problem) {
        List<Table> all = Published.FIGURES.kernels();
        return all.stream()
                .filter(table -> Published.fits(table.of(), problem))
                .findFirst()
                .map(PublishedKernels::new)
                .orElseThrow(() -> new IllegalArgumentException("--published: the published figures are for "
                        + all.stream().map(Table::problem).collect(Collectors.joining(", or for "))
                        + ", not " + problem.describe()));
    }

    /** Both tables, row next to row. */
    public List<String> lines(HeadToHeadResult result) {
        TextTable table = new TextTable()
                .column("published", Side.LEFT)
                .column("ms", Side.RIGHT)
                .column("speedup", Side.RIGHT)
                .column("| ours, built alike", Side.LEFT)
                .column("median ms", Side.RIGHT)
                .column("speedup", Side.RIGHT);
        double naiveSeconds = published.rows().get(0).seconds();
        for (Line line : published.rows()) {
            Optional<Row> ours = ours(line, result);
            table.row(
                    line.label(),
                    Format.millis(line.seconds()),
                    Format.ratio(naiveSeconds / line.seconds()),
                    "| " + ours.map(row -> row.contestant().toString()).orElse("not run"),
                    ours.map(row -> Format.millis(row.seconds().median())).orElse("-"),
                    ours.map(row -> Format.ratio(row.speedup())).orElse("-"));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add("Published figures are those of another machine, in another language, without intervals: what can be"
                + " compared");
        lines.add("is at most the speedup over each one's own naive loop. (" + published.source() + ".)");
        return lines;
    }

    /** Our row with the most workers, if there are several. */
    private static Optional<Row> ours(Line line, HeadToHeadResult result) {
        return result.rows().stream()
                .filter(row -> row.contestant().kernel().label().equals(line.kernel())
                        && row.contestant().engine().label().equals(line.engine()))
                .max(Comparator.comparingInt(row -> row.contestant().workers()));
    }
}
