package org.mandelspark.picture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
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
        PngFile.write(image, facts, out);
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

    private static int grey(double density) {
        return (int) Math.round(WHITE * (1 - Math.sqrt(density)));
    }

    private static final class DensityImage extends PixelImage {
        private final double[] densities;

        DensityImage(double[] densities, int width, int height) {
            super(width, height);
            this.densities = densities;
        }

        @Override
        public PixelForm form() {
            return PixelForm.GREY;
        }

        @Override
        void colours(int x, int y, int n, int[] into, int to) {
            for (int i = 0; i < n; i++) {
                into[to + i] = grey(densities[y * getWidth() + x + i]) * GREY;
            }
        }

        @Override
        public void octets(int from, int y, int n, byte[] into, int to) {
            int first = y * getWidth() + from;
            for (int i = 0; i < n; i++) {
                into[to + i] = (byte) grey(densities[first + i]);
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
