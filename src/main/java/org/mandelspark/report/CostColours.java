package org.mandelspark.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import org.mandelspark.picture.Palette;
import org.mandelspark.study.CountsSample;

/** The iterations of points as colours, on a logarithmic scale: dark is cheap, light is expensive. */
final class CostColours {
    private static final Palette PALETTE = Palette.named("cividis");
    private static final int DECADE = 10;
    private static final int MOST_MARKS = 5;

    private final double least;
    private final double most;

    /**
     * A scale.
     *
     * @param least the value of the first colour, at least 1 or taken for it
     * @param most the value of the last, at least twice that or taken for it
     */
    private CostColours(double least, double most) {
        this.least = Math.max(1, least);
        this.most = Math.max(2 * this.least, most);
    }

    /** Colours from the cheapest point of a view to the most expensive. */
    static CostColours of(CountsSample sample) {
        IntSummaryStatistics counts = Arrays.stream(sample.counts()).summaryStatistics();
        return new CostColours(counts.getMin(), counts.getMax());
    }

    /** Colours of some values. */
    static CostColours of(DoubleSummaryStatistics values) {
        return new CostColours(values.getMin(), values.getMax());
    }

    /** The palette's colours in the form of CSS, the cheapest first. */
    static List<String> palette() {
        return PALETTE.colours().stream()
                .map(rgb -> String.format(Locale.ROOT, "#%06x", rgb))
                .toList();
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    /** The colour of a value; beyond the ends that of the end. */
    Color of(double value) {
        return new Color(PALETTE.colours().get(level(value)));
    }

    /** Index of a value's colour in the palette. */
    private int level(double value) {
        double share = Math.log(Math.max(least, Math.min(most, value)) / least) / Math.log(most / least);
        return (int) Math.round(share * (Palette.SIZE - 1));
    }

    /** The points of a view as indexes of colours, means as in an image; row-major, the first row of the view first. */
    byte[] levels(CountsSample sample, int width, int height) {
        byte[] levels = new byte[width * height];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) level(mean(sample, i % width, i / width, width, height));
        }
        return levels;
    }

    /** Values to be named in a legend: both ends, and decades between. */
    List<Double> marks() {
        List<Double> marks = new ArrayList<>(List.of(least));
        double first = Math.pow(DECADE, Math.floor(Math.log10(least)) + 1);
        double step = Math.pow(DECADE, Math.max(1, Math.ceil(Math.log10(most / least) / MOST_MARKS)));
        for (double mark = first; mark < most; mark *= step) {
            marks.add(mark);
        }
        marks.add(most);
        return marks;
    }

    /** A mark in words. */
    static String text(double mark) {
        return String.format(Locale.ROOT, "%,.0f", mark);
    }

    /** The points of a view, each pixel of the image with the mean of those that it stands for; the last row on top. */
    BufferedImage image(CountsSample sample, int mostWidth, int mostHeight) {
        int width = Math.min(mostWidth, sample.points().width());
        int height = Math.min(mostHeight, sample.points().height());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(
                        x, height - 1 - y, of(mean(sample, x, y, width, height)).getRGB());
            }
        }
        return image;
    }

    private static double mean(CountsSample sample, int x, int y, int width, int height) {
        int columns = sample.points().width();
        int rows = sample.points().height();
        int left = (int) ((long) x * columns / width);
        int right = (int) ((x + 1L) * columns / width);
        int first = (int) ((long) y * rows / height);
        int end = (int) ((y + 1L) * rows / height);
        double sum = 0;
        for (int row = first; row < end; row++) {
            for (int column = left; column < right; column++) {
                sum += sample.counts()[row * columns + column];
            }
        }
        return sum / ((double) (right - left) * (end - first));
    }
}
