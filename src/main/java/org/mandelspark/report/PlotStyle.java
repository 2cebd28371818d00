package org.mandelspark.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** How plots look, all alike: white, few lines, colours that colour-blind readers tell apart. */
final class PlotStyle {
    /** Okabe and Ito, Color Universal Design (2008), without yellow, which white swallows. */
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9));

    private static final Color TEXT = new Color(0x222222);
    private static final Color GRID = new Color(0xD8D8D8);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private PlotStyle() {}

    /** The colour of the i-th thing; they repeat after six. */
    static Color colour(int i) {
        return COLOURS.get(i % COLOURS.size());
    }

    static Color faint(Color colour) {
        int alpha = 90;
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    /** A chart of a plot, styled. */
    static JFreeChart chart(String title, List<String> subtitles, XYPlot plot) {
        JFreeChart chart = new JFreeChart(title, TITLE, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.getTitle().setPaint(TEXT);
        chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
        chart.getTitle().setMargin(6, 10, 2, 10);
        for (String text : subtitles) {
            TextTitle subtitle = new TextTitle(text, SUBTITLE);
            subtitle.setPaint(TEXT);
            subtitle.setHorizontalAlignment(HorizontalAlignment.LEFT);
            subtitle.setMargin(0, 10, 2, 10);
            chart.addSubtitle(subtitle);
        }
        chart.setPadding(new RectangleInsets(4, 4, 8, 16));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        return chart;
    }

    /**
     * A logarithmic axis over whole decades, each of them labelled.
     *
     * @param low smallest value shown, positive
     * @param high largest value shown
     */
    static LogAxis decades(String label, double low, double high) {
        LogAxis axis = new LogAxis(label);
        double first = Math.floor(Math.log10(low));
        double last = Math.max(first + 1, Math.ceil(Math.log10(high)));
        axis.setRange(Math.pow(10, first), Math.pow(10, last));
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setNumberFormatOverride(new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setMinorTickCount(9);
        axis.setMinorTickMarksVisible(true);
        style(axis);
        return axis;
    }

    static void style(ValueAxis axis) {
        axis.setLabelFont(LABEL);
        axis.setTickLabelFont(LABEL);
        axis.setLabelPaint(TEXT);
        axis.setTickLabelPaint(TEXT);
        axis.setAxisLinePaint(GRID);
    }
}
