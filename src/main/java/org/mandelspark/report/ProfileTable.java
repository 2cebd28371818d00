package org.mandelspark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        List<Hotspot> shown = result.hotspots().stream().limit(top).toList();
        List<String> lines = new ArrayList<>(columns().table(shown).lines());
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
        columns().writeCsv(result.hotspots(), out);
    }

    private Columns<Hotspot> columns() {
        return new Columns<Hotspot>()
                .shown("method", Side.LEFT, hotspot -> shortened(hotspot.method()))
                .stored("method", Hotspot::method)
                .number("samples", "samples", Hotspot::selfSamples)
                .figure("self %", "self_share", hotspot -> share(hotspot.selfSamples()), Format::percent)
                .stored("cumulative_samples", Hotspot::cumulativeSamples)
                .figure(
                        "cumulative %",
                        "cumulative_share", hotspot -> share(hotspot.cumulativeSamples()), Format::percent);
    }

    private double share(long samples) {
        return (double) samples / result.samples();
    }

    /** Name without the packages that are too long to show; the end of a name says most. */
    private static String shortened(String method) {
        return method.length() <= METHOD_WIDTH ? method : "…" + method.substring(method.length() - METHOD_WIDTH + 1);
    }
}
