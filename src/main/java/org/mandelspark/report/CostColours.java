package org.mandelspark.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mandelspark.output.Palette;
import org.mandelspark.study.CountsSample;

/** The iterations of points as colours, on a logarithmic scale: dark is cheap, light is dear. */
final class CostColours {
    private static final Palette PALETTE = Palette.named("cividis");
    private static final int DECADE = 10;
    private static final int MOST_MARKS = 5;

    private final double most;

    /**
     * A scale from 1.
     *
     * @param most the greatest value, more than 1 or taken for it
     */
    CostColours(double most) {
        this.most = Math.max(2, most);
    }

    /** The colour of a value; of less than 1 that of 1. */
    Color of(double value) {
        double share = Math.log(Math.max(1, Math.min(most, value))) / Math.log(most);
        return new Color(PALETTE.colours().get((int) Math.round(share * (Palette.SIZE - 1))));
    }

    /** Values to be named in a legend: decades and the greatest. */
    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        int decades = (int) Math.ceil(Math.log10(most));
        int step = Math.max(1, (int) Math.ceil(decades / (double) MOST_MARKS));
        for (int exponent = 0; Math.pow(DECADE, exponent) < most; exponent += step) {
            marks.add(Math.pow(DECADE, exponent));
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
