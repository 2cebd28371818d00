package org.mandelspark.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.mandelspark.grid.RowRange;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.Run;
import org.mandelspark.report.plot.Boxes.Box;
import org.mandelspark.report.plot.PlotStyle;

/**
 * Assignment of rows to workers in a run.
 *
 * @param name of the schedule or of the number of workers
 * @param run whose chunks they are
 * @param lanes who computed them
 */
record Ownership(String name, Run run, Lanes lanes) {
    /** Limit of borders; more than this would be all that is seen. */
    private static final int MOST_BORDERS = 130;

    /** Thickness of a border, as a part of all rows. */
    private static final double BORDER = 0.0025;

    /** Least height of strips, so that borders between rows stay sharp when they are drawn. */
    private static final int LEAST_HEIGHT = 400;

    /**
     * The colour of each row's worker, one pixel wide, the last row on top. Colours of rows that share a pixel mix: rows
     * of many workers in turn become one even tone.
     */
    BufferedImage strip() {
        Color[] colours = colours();
        int shown = Math.min(colours.length, LEAST_HEIGHT);
        int height = shown * ((LEAST_HEIGHT + shown - 1) / shown);
        BufferedImage strip = new BufferedImage(1, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            int first = (int) ((height - 1L - y) * colours.length / height);
            int end = (int) ((height - (long) y) * colours.length / height);
            strip.setRGB(0, y, mean(colours, first, Math.max(first + 1, end)));
        }
        return strip;
    }

    private Color[] colours() {
        Color[] colours = new Color[rows()];
        for (int chunk = 0; chunk < run.chunks().size(); chunk++) {
            RowRange rows = run.chunks().get(chunk).rows();
            Color colour = PlotStyle.slot(lanes.spans().get(chunk).worker());
            for (int k = 0; k < rows.count(); k++) {
                colours[rows.row(k)] = colour;
            }
        }
        return colours;
    }

    private static int mean(Color[] colours, int first, int end) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int row = first; row < end; row++) {
            red += colours[row].getRed();
            green += colours[row].getGreen();
            blue += colours[row].getBlue();
        }
        int n = end - first;
        return new Color(red / n, green / n, blue / n).getRGB();
    }

    /** Lines between chunks that are bands; none where they would hide what they border. */
    List<Box> borders(double left, double right) {
        double half = BORDER * rows() / 2;
        List<Box> borders = run.chunks().stream()
                .map(ChunkTiming::rows)
                .filter(rows -> rows.stride() == 1 && !rows.wraps() && rows.first() > 0)
                .map(rows -> new Box(left, right, rows.first() - half, rows.first() + half))
                .toList();
        return borders.size() <= MOST_BORDERS ? borders : List.of();
    }

    private int rows() {
        return run.chunks().stream()
                .map(ChunkTiming::rows)
                .mapToInt(RowRange::count)
                .sum();
    }
}
