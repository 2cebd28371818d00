package org.mandelspark.report.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.mandelspark.grid.Size;

/** Plots side by side on one axis of rows, so that what belongs to a row lies on one level; the last row on top. */
public final class Panels {
    /** Height of what is drawn, without axes: enough for a picture, and half a page of A4 at most. */
    public static final int HEIGHT = 400;

    /** The last number of one axis and the first of the next stand side by side. */
    private static final int GAP = 32;

    /** Axis labels left of the first panel, and the margin. */
    private static final int BESIDE = 100;

    private static final int BELOW = 60;
    private static final int LEAST_PICTURE = 150;
    private static final int MOST_PICTURE = 520;

    private final NumberAxis rows;
    private final CombinedRangeXYPlot all;
    private final List<Integer> widths = new ArrayList<>();

    /**
     * Begins without any panel.
     *
     * @param rowLabel what the number of a row means
     * @param rows how many there are
     */
    public Panels(String rowLabel, int rows) {
        this.rows = Axes.between(rowLabel, 0, rows);
        this.all = new CombinedRangeXYPlot(this.rows);
        all.setGap(GAP);
    }

    public NumberAxis rows() {
        return rows;
    }

    /** Adds a plot whose range axis is {@link #rows}. */
    public Panels add(Layers layers, int width) {
        all.add(layers.plot(), width);
        widths.add(width);
        return this;
    }

    /** The width at which the pixels of a view are about square. */
    public static int pictureWidth(Size size) {
        double width = HEIGHT * (double) size.width() / size.height();
        return (int) Math.max(LEAST_PICTURE, Math.min(MOST_PICTURE, width));
    }

    /** Axis of the columns of a picture. */
    public static NumberAxis columns(String label, Size size) {
        return Axes.low(Axes.between(label, 0, size.width()));
    }

    /** All panels as a plot. */
    public Plot plot(String title, List<String> sentences, Plot.Legend legend, int legendHeight) {
        int width = BESIDE + widths.stream().mapToInt(w -> w).sum() + GAP * (widths.size() - 1);
        return new Plot(title, sentences, all, legend, width, PlotStyle.HEADING + HEIGHT + BELOW + legendHeight);
    }

    /** A legend entry's colour without a line or dot. */
    public static void mark(Layers layers, String name, Color colour) {
        layers.boxes(name, colour, List.of());
    }
}
