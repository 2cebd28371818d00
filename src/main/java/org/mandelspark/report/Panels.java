package org.mandelspark.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.mandelspark.grid.Size;
import org.mandelspark.workload.Problem;

/** Plots side by side on one axis of rows, so that what belongs to a row lies on one level; the last row on top. */
final class Panels {
    /** Enough for a picture, and half a page of A4 at most. */
    static final int HEIGHT = 400;

    /** The last number of one axis and the first of the next stand side by side. */
    private static final int GAP = 32;

    /** Axis labels left of the first panel, and the margin. */
    private static final int BESIDE = 100;

    private static final int BELOW = 60;
    private static final int LEAST_PICTURE = 150;
    private static final int MOST_PICTURE = 520;

    private final NumberAxis rows;
    private final CombinedRangeXYPlot all;
    private final int height;
    private final List<Integer> widths = new ArrayList<>();

    /**
     * Nothing yet.
     *
     * @param problem whose rows they are
     * @param height of what is drawn, without axes
     */
    Panels(Problem<?> problem, int height) {
        this.height = height;
        this.rows = Axes.between(problem.rowLabel(), 0, problem.rows());
        this.all = new CombinedRangeXYPlot(this.rows);
        all.setGap(GAP);
    }

    NumberAxis rows() {
        return rows;
    }

    /** Adds a plot whose range axis is {@link #rows}. */
    Panels add(Layers layers, int width) {
        all.add(layers.plot(), width);
        widths.add(width);
        return this;
    }

    /** The width at which the pixels of a view are about square. */
    static int pictureWidth(Size size) {
        double width = HEIGHT * (double) size.width() / size.height();
        return (int) Math.max(LEAST_PICTURE, Math.min(MOST_PICTURE, width));
    }

    /** Axis of the columns of a picture. */
    static NumberAxis columns(String label, Size size) {
        return Axes.low(Axes.between(label, 0, size.width()));
    }

    /** All of them as a plot. */
    Plot plot(String title, List<String> sentences, Plot.Legend legend, int legendHeight) {
        int width = BESIDE + widths.stream().mapToInt(w -> w).sum() + GAP * (widths.size() - 1);
        return new Plot(title, sentences, all, legend, width, PlotStyle.HEADING + height + BELOW + legendHeight);
    }

    /** A legend entry's colour without a line or dot. */
    static void mark(Layers layers, String name, Color colour) {
        layers.boxes(name, colour, List.of());
    }
}
