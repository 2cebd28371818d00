package org.mandelspark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mandelspark.files.Csv;
import org.mandelspark.measure.Hotspot;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.study.ProfileResult;

/** Hotspots: for the terminal the first of them, as CSV all. */
public final class ProfileTable {
    /**
     * Number of samples that suffice; with fewer, a share of a tenth is known to a third of itself at best (its
     * standard error is √(p(1−p)/n)).
     */
    private static final int ENOUGH = 100;

    /** Columns that are left of 100 besides the figures. */
    private static final int METHOD_WIDTH = 66;

    private final ProfileResult result;

    /**
     * A table.
     *
     * @param result what it shows
     */
    public ProfileTable(ProfileResult result) {
        this.result = result;
    }

    /**
     * The table and its notes, at most 100 columns wide.
     *
     * @param top number of methods
     */
    public List<String> lines(int top) {
        TextTable table = new TextTable()
                .column("method", Side.LEFT)
                .column("samples", Side.RIGHT)
                .column("self %", Side.RIGHT)
                .column("cumulative %", Side.RIGHT);
        result.hotspots().stream()
                .limit(top)
                .forEach(hotspot -> table.row(
                        shortened(hotspot.method()),
                        String.valueOf(hotspot.selfSamples()),
                        Format.percent(share(hotspot.selfSamples())),
                        Format.percent(share(hotspot.cumulativeSamples()))));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s in %s of %.3f s in all; %s met.",
                Format.count(result.samples(), "sample"),
                Format.count(result.runs(), "run"),
                result.wall().toNanos() / 1e9,
                Format.count(result.hotspots().size(), "method")));
        lines.add("self: it was running; cumulative: it, or what it had called.");
        if (result.samples() < ENOUGH) {
            lines.add("Fewer than " + ENOUGH + " samples say little: raise --seconds or --repeats.");
        }
        return lines;
    }

    /** Writes all methods as CSV. */
    public void writeCsv(OutputStream out) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Hotspot hotspot : result.hotspots()) {
            rows.add(List.of(
                    hotspot.method(),
                    String.valueOf(hotspot.selfSamples()),
                    Format.percent(share(hotspot.selfSamples())),
                    String.valueOf(hotspot.cumulativeSamples()),
                    Format.percent(share(hotspot.cumulativeSamples()))));
        }
        Csv.write(List.of("method", "samples", "self_percent", "cumulative_samples", "cumulative_percent"), rows, out);
    }

    private double share(long samples) {
        return (double) samples / result.samples();
    }

    /** Name without the packages that are too long to show; the end of a name says most. */
    private static String shortened(String method) {
        return method.length() <= METHOD_WIDTH ? method : "…" + method.substring(method.length() - METHOD_WIDTH + 1);
    }
}
