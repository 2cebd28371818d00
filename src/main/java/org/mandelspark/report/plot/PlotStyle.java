package org.mandelspark.report.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** Style of all plots: white, few lines, colours that colour-blind readers can distinguish. */
public final class PlotStyle {
    /** Okabe and Ito, Color Universal Design (2008), without yellow, which white swallows. */
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9));

    private static final List<Color> SLOTS = List.of(
            new Color(0xE69F00),
            new Color(0x882255),
            new Color(0x0072B2),
            new Color(0x56B4E9),
            new Color(0x999933),
            new Color(0xDDCC77),
            new Color(0xCC79A7),
            new Color(0xD55E00),
            new Color(0x117733),
            new Color(0x222222));

    private static final List<Stroke> STROKES = List.of(
            Layers.SOLID,
            Layers.DASHED,
            Layers.DOTTED,
            new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {10, 3, 2, 3}, 0));

    /** About what a title and two sentences take, in points. */
    public static final int HEADING = 56;

    /** Half of a tick's label stands out above the plot. */
    private static final double ABOVE_PLOT = 10;

    public static final Color TEXT = new Color(0x222222);
    public static final Stroke THIN = new BasicStroke(1);
    public static final Color IDLE = new Color(0xEEEEEE);
    public static final Color REFERENCE = new Color(0x777777);
    public static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final Color GRID = new Color(0xD8D8D8);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private PlotStyle() {}

    /** The colour of the i-th thing; they repeat after six. */
    public static Color colour(int i) {
        return COLOURS.get(i % COLOURS.size());
    }

    public static Color faint(Color colour) {
        int alpha = 90;
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    /** The colour of a worker; they repeat after ten. */
    public static Color slot(int worker) {
        return SLOTS.get(worker % SLOTS.size());
    }

    /** The same, paler but not transparent. */
    public static Color pale(Color colour) {
        int white = 255;
        return new Color(
                (colour.getRed() + white) / 2, (colour.getGreen() + white) / 2, (colour.getBlue() + white) / 2);
    }

    /** Strokes that distinguish lines of one colour; they repeat after four. */
    public static Stroke stroke(int i) {
        return STROKES.get(i % STROKES.size());
    }

    /** A chart with title and sentences above. */
    public static JFreeChart chart(Plot plot) {
        JFreeChart chart = new JFreeChart(plot.title(), TITLE, plot.body(), false);
        chart.getTitle().setPaint(TEXT);
        chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
        chart.getTitle().setMargin(6, 10, 2, 10);
        for (String sentence : plot.sentences()) {
            TextTitle subtitle = new TextTitle(sentence, SMALL);
            subtitle.setPaint(TEXT);
            subtitle.setHorizontalAlignment(HorizontalAlignment.LEFT);
            subtitle.setTextAlignment(HorizontalAlignment.LEFT);
            boolean isLast = chart.getSubtitleCount() == plot.sentences().size() - 1;
            subtitle.setMargin(0, 10, isLast ? ABOVE_PLOT : 2, 10);
            chart.addSubtitle(subtitle);
        }
        return styled(chart, plot);
    }

    /** The same without title and sentences. */
    public static JFreeChart bareChart(Plot plot) {
        return styled(new JFreeChart(null, TITLE, plot.body(), false), plot);
    }

    private static JFreeChart styled(JFreeChart chart, Plot plot) {
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(4, 4, 8, 16));
        style(plot.body());
        if (!plot.legend().items().isEmpty()) {
            LegendItemCollection items = new LegendItemCollection();
            plot.legend().items().forEach(items::add);
            LegendTitle legend = new LegendTitle(() -> items);
            legend.setItemFont(SMALL);
            legend.setItemPaint(TEXT);
            legend.setPosition(plot.legend().side());
            legend.setMargin(4, 10, 4, 10);
            chart.addLegend(legend);
        }
        return chart;
    }

    public static void style(XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
    }

    public static void style(ValueAxis axis) {
        axis.setLabelFont(LABEL);
        axis.setTickLabelFont(LABEL);
        axis.setLabelPaint(TEXT);
        axis.setTickLabelPaint(TEXT);
        axis.setAxisLinePaint(GRID);
    }
}
