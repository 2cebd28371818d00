package org.mandelspark.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.mandelspark.grid.RowRange;

/**
 * A colour for each row of a view, as an image of its own or over a picture. Where several rows share a pixel their
 * colours mix: rows of many workers in turn become one even tone.
 */
final class RowTints {
    /** Part of the tint in what is seen; the rest is the picture. */
    private static final double STRENGTH = 0.6;

    /** Least height of images, so that borders between rows stay sharp when they are drawn. */
    private static final int LEAST_HEIGHT = 400;

    private final int[] colours;

    /** Rows without any colour: white. */
    RowTints(int rows) {
        colours = new int[rows];
        Arrays.fill(colours, Color.WHITE.getRGB());
    }

    void set(RowRange rows, Color colour) {
        for (int k = 0; k < rows.count(); k++) {
            colours[rows.row(k)] = colour.getRGB();
        }
    }

    /** The rows alone, the last on top. */
    BufferedImage strip() {
        BufferedImage white = new BufferedImage(1, Math.min(colours.length, LEAST_HEIGHT), BufferedImage.TYPE_INT_RGB);
        return over(white, 1);
    }

    /** The rows over a picture of the view. */
    BufferedImage over(BufferedImage picture) {
        return over(picture, STRENGTH);
    }

    private BufferedImage over(BufferedImage picture, double strength) {
        int factor = Math.max(1, (LEAST_HEIGHT + picture.getHeight() - 1) / picture.getHeight());
        int width = picture.getWidth() * (strength == 1 ? 1 : factor);
        int height = picture.getHeight() * factor;
        BufferedImage tinted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            Color tint = mean((int) ((height - 1L - y) * colours.length / height), (int)
                    ((height - (long) y) * colours.length / height));
            for (int x = 0; x < width; x++) {
                Color below = new Color(picture.getRGB(x * picture.getWidth() / width, y / factor));
                tinted.setRGB(x, y, mixed(tint, below, strength));
            }
        }
        return tinted;
    }

    /** Mean colour of the rows from the first to before the end, and of the first in any case. */
    private Color mean(int first, int end) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int last = Math.max(first + 1, end);
        for (int row = first; row < last; row++) {
            Color colour = new Color(colours[row]);
            red += colour.getRed();
            green += colour.getGreen();
            blue += colour.getBlue();
        }
        int n = last - first;
        return new Color(red / n, green / n, blue / n);
    }

    private static int mixed(Color above, Color below, double strength) {
        return new Color(
                        mixed(above.getRed(), below.getRed(), strength),
                        mixed(above.getGreen(), below.getGreen(), strength),
                        mixed(above.getBlue(), below.getBlue(), strength))
                .getRGB();
    }

    private static int mixed(int above, int below, double strength) {
        return (int) Math.round(strength * above + (1 - strength) * below);
    }
}
