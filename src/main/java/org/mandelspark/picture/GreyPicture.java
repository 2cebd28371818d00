package org.mandelspark.picture;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.mandelspark.grid.Counted;

/**
 * Densities in 8-bit grey, ink on paper: 0 is white and 1 is black, in between {@code 1 − √density}, so that the thin
 * density of a chaotic column is seen next to a single bin that holds all.
 *
 * <p>The grey value is {@code round(255·(1 − √density))}; the first row of the array is the top of the picture. Limits on
 * its size are those of {@link Picture#requireEncodable}.
 */
public final class GreyPicture {
    private static final int WHITE = 0xff;
    private static final int OPAQUE = 0xff000000;

    /** Copies one octet to red, green and blue. */
    private static final int GREY = 0x010101;

    private final DensityImage image;

    /**
     * A view of the densities, which are not copied and must not change while it is in use.
     *
     * @param densities from 0 to 1, row-major, the top row first
     * @param width in pixels
     * @param height in pixels
     * @throws IllegalArgumentException if they are not that many, or one is not from 0 to 1
     */
    public GreyPicture(double[] densities, int width, int height) {
        if (width < 1 || height < 1 || (long) width * height != densities.length) {
            throw new IllegalArgumentException("a picture of %dx%d cannot be made of %s"
                    .formatted(width, height, Counted.of(densities.length, "density", "densities")));
        }
        for (double density : densities) {
            if (!(density >= 0 && density <= 1)) {
                throw new IllegalArgumentException("a density is from 0 to 1, not " + density);
            }
        }
        this.image = new DensityImage(densities, width, height);
    }

    /**
     * Writes an 8-bit grey PNG.
     *
     * @param out stays open
     * @param facts become text chunks
     */
    public void writePng(OutputStream out, Map<String, String> facts) throws IOException {
        PngFile.write(image, Optional.empty(), facts, out);
    }

    /**
     * Writes a TIFF of deflated strips.
     *
     * @param out stays open
     * @param facts become lines of the image description
     */
    public void writeTiff(OutputStream out, Map<String, String> facts) throws IOException {
        OutputStream kept = new Kept(out);
        TiffStrips.write(image, facts, kept);
        kept.flush();
    }

    private static int argb(double density) {
        return OPAQUE | grey(density) * GREY;
    }

    private static int grey(double density) {
        return (int) Math.round(WHITE * (1 - Math.sqrt(density)));
    }

    /** Pixels get their grey when they are asked for, so the image takes no memory; see {@link CountsImage}. */
    private static final class DensityImage extends BufferedImage implements PngFile.Image {
        private final double[] densities;
        private final int width;
        private final int height;

        DensityImage(double[] densities, int width, int height) {
            super(1, 1, TYPE_INT_RGB);
            this.densities = densities;
            this.width = width;
            this.height = height;
        }

        @Override
        public int getWidth() {
            return width;
        }

        @Override
        public int getHeight() {
            return height;
        }

        @Override
        public int getRGB(int x, int y) {
            return argb(densities[y * width + x]);
        }

        @Override
        public int[] getRGB(int startX, int startY, int w, int h, int[] rgbArray, int offset, int scansize) {
            int[] pixels = rgbArray == null ? new int[offset + h * scansize] : rgbArray;
            for (int row = 0; row < h; row++) {
                for (int i = 0; i < w; i++) {
                    pixels[offset + row * scansize + i] = getRGB(startX + i, startY + row);
                }
            }
            return pixels;
        }

        @Override
        public void octets(int x, int y, int n, byte[] into, int to) {
            int from = y * width + x;
            for (int i = 0; i < n; i++) {
                into[to + i] = (byte) grey(densities[from + i]);
            }
        }
    }

    /** Gathers small writes; encoders close what they are given, and this one's close leaves the other open. */
    private static final class Kept extends BufferedOutputStream {
        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
