package org.mandelspark.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.ui.RectangleEdge;
import org.mandelspark.grid.Size;
import org.mandelspark.measure.Imbalance;
import org.mandelspark.picture.Palette;
import org.mandelspark.picture.Picture;
import org.mandelspark.report.plot.Boxes.Box;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Panels;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.Raster;
import org.mandelspark.study.CountsSample;
import org.mandelspark.workload.ViewProblem;

/** The rendered view once for each of some cuts, with the borders of the chunks, tinted by who computed them or by their cost. */
final class ChunkPictures {
    static final String OWNERS = "owners";
    static final String COSTS = "chunk-costs";
    private static final int LEGEND_HEIGHT = 30;
    private static final int LEAST_HEIGHT = 210;

    /** Widths above this for all pictures together would not fit a page. */
    private static final int MOST_WIDTH = 1020;

    /** Chunks that cost so many times the mean, and more, have the last colour. */
    private static final double MOST_EXPENSIVE = 4;

    private final CountsSample sample;
    private final List<Ownership> cuts;
    private final String origin;
    private final BufferedImage rendered;

    /**
     * Pictures.
     *
     * @param sample the points of the view
     * @param cuts at least one, in the order of the pictures
     * @param origin whether they were measured, and where
     */
    ChunkPictures(CountsSample sample, List<Ownership> cuts, String origin) {
        this.sample = sample;
        this.cuts = List.copyOf(cuts);
        this.origin = origin;
        Size points = sample.points();
        this.rendered = new Picture(
                        sample.counts(),
                        points.width(),
                        points.height(),
                        sample.view().maxIter(),
                        Palette.named("grey"))
                .thumbnail(Panels.HEIGHT, Panels.HEIGHT);
    }

    /** Rows by worker. */
    Plot owners() {
        Panels panels = panels();
        cuts.forEach(cut -> panels.add(picture(panels, cut, cut.byWorker()), panelWidth()));
        return panels.plot(
                CaptionText.title("Rows by worker", new ViewProblem(sample.view())),
                List.of(
                        "A colour is a worker (they repeat after ten), a white line the border of a chunk, one even tone rows of"
                                + " all in turn: where one colour covers most of the expensive area, other workers wait.",
                        origin),
                Plot.Legend.NONE,
                0);
    }

    /** Cost of each chunk, against the mean of its cut. */
    Plot costs() {
        Panels panels = panels();
        CostColours colours = new CostColours(1, 2 * MOST_EXPENSIVE);
        cuts.forEach(cut -> panels.add(picture(panels, cut, cut.byCost(colours)), panelWidth()));
        Layers legend = new Layers(panels.rows(), panels.rows());
        Panels.mark(legend, "half the mean chunk or less", colours.of(1));
        Panels.mark(legend, "the mean chunk", colours.of(2));
        Panels.mark(legend, "twice", colours.of(4));
        Panels.mark(legend, "four times or more", colours.of(2 * MOST_EXPENSIVE));
        return panels.plot(
                CaptionText.title("Cost by chunk", new ViewProblem(sample.view())),
                List.of(
                        "The lighter a chunk, the longer its kernel ran against the mean chunk of its cut, and an even cut has"
                                + " one colour: the most expensive over the mean is " + mostOverMean() + ".",
                        origin),
                new Plot.Legend(legend.legend(), RectangleEdge.BOTTOM),
                LEGEND_HEIGHT);
    }

    private String mostOverMean() {
        return String.join(
                ", ",
                cuts.stream()
                        .map(cut -> Format.ratio(
                                        Imbalance.of(cut.run().chunkNanos()).lif())
                                + " of " + cut.name())
                        .toList());
    }

    private Layers picture(Panels panels, Ownership cut, RowTints tints) {
        Size size = sample.view().size();
        Layers layers = new Layers(Panels.columns(cut.name() + ": " + cut.figure(), size), panels.rows());
        layers.plot().setDomainGridlinesVisible(false);
        layers.plot().setRangeGridlinesVisible(false);
        layers.annotation(new Raster(tints.over(rendered), new Box(0, size.width(), 0, size.height())));
        return layers.boxes(Layers.UNNAMED, Color.WHITE, cut.borders(0, size.width()));
    }

    private Panels panels() {
        ViewProblem problem = new ViewProblem(sample.view());
        return new Panels(problem.rowLabel(), problem.rows(), panelHeight());
    }

    private int panelWidth() {
        return Math.min(Panels.pictureWidth(sample.view().size()), MOST_WIDTH / cuts.size());
    }

    /** Height at which pixels are about square, where that is high enough to see rows. */
    private int panelHeight() {
        Size size = sample.view().size();
        double height = panelWidth() * (double) size.height() / size.width();
        return (int) Math.max(LEAST_HEIGHT, Math.min(Panels.HEIGHT, height));
    }
}
