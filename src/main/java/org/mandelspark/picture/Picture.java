package org.mandelspark.picture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Function;
import org.mandelspark.files.OutputFormat;
import org.mandelspark.grid.Counted;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.workload.ExactCounts;

/**
 * Escape counts in colour, the imaginary axis pointing up: the last row of the array is the top of the picture.
 *
 * <p>Interior pixels are black, the others get the colours that a {@link Colouring} says: 256 of them, so that a pixel
 * takes one byte in a PNG, unless they are smooth or means. The counts themselves serve as the image, and no second array of the picture's size is
 * made. TIFF files are encoded by Commons Imaging, which holds the compressed strips of a whole image in memory.
 */
public final class Picture {
    /**
     * TIFF counts bytes in 32 bits and Commons Imaging in 31; a part is left for the directory and for noise that does
     * not deflate.
     */
    private static final int LONGEST_TIFF = Integer.MAX_VALUE - (1 << 22);

    private static final int RGB_BYTES = 3;

    /** Everything that does not grow with the picture. */
    private static final long FIXED_BYTES = 4L << 20;

    private static final int OUT_BUFFER_BYTES = 1 << 16;

    private final PixelImage image;

    private Picture(PixelImage image) {
        this.image = image;
    }

    /**
     * A picture.
     *
     * @param counts escape counts of its {@link PictureParameters#points points}, row-major, shape (height, width), row 0 at
     *     ymin; not copied, must not change while in use
     * @throws IllegalArgumentException if the counts are not that many, or one is not within 0..maxIter
     */
    public static Picture of(PictureParameters parameters, int[] counts) {
        View points = parameters.points();
        int width = points.size().width();
        int height = points.size().height();
        requireLength(counts, width, height);
        return of(parameters, counts, smooth -> new SmoothImage(counts, points, smooth));
    }

    /**
     * A picture of exact counts.
     *
     * @param counts as {@link #of(PictureParameters, int[])} has them; not copied, must not change while in use
     */
    public static Picture of(PictureParameters parameters, ExactCounts counts) {
        Size size = parameters.points().size();
        return of(parameters, counts.counts(), smooth -> new ExactSmoothImage(counts, size, smooth));
    }

    private static Picture of(
            PictureParameters parameters, int[] counts, Function<SmoothColours, PixelImage> smoothImage) {
        View points = parameters.points();
        Colouring colouring = parameters.colouring();
        PixelColours colours = switch (colouring.kind()) {
            case HISTOGRAM -> PixelColours.of(colouring, counts, points.maxIter());
            case BANDS, SMOOTH -> PixelColours.of(colouring, points);
        };
        PixelImage image = colours instanceof SmoothColours smooth
                ? smoothImage.apply(smooth)
                : new CountsImage(counts, points.size().width(), points.size().height(), (ShadedColours) colours);
        return new Picture(parameters.samples() == 1 ? image : new SampledImage(image, parameters.samples()));
    }

    /** A picture of what proved each count, see {@link TiersImage}. */
    public static Picture ofTiers(ExactCounts counts, int width, int height) {
        return new Picture(new TiersImage(counts, width, height));
    }

    /**
     * A picture of the counts by their {@link Shading}, which are not copied and must not change while it is in use.
     *
     * @param counts escape counts, row-major, shape (height, width), row 0 at ymin
     * @param width in pixels
     * @param height in pixels
     * @param maxIter the count of pixels that never escaped
     * @throws IllegalArgumentException if the counts are not that many, or one is not within 0..maxIter
     */
    public Picture(int[] counts, int width, int height, int maxIter, Palette palette) {
        requireLength(counts, width, height);
        this.image = new CountsImage(
                counts, width, height, (ShadedColours) PixelColours.of(Colouring.of(palette), counts, maxIter));
    }

    private static void requireLength(int[] counts, int width, int height) {
        if (width < 1 || height < 1 || (long) width * height != counts.length) {
            throw new IllegalArgumentException("a picture of %dx%d cannot be made of %s"
                    .formatted(width, height, Counted.of(counts.length, "count")));
        }
    }

    /**
     * Writes a PNG with 8-bit indexed colours, or 8 bits a channel if they are smooth.
     *
     * @param out stays open
     * @param facts become text chunks: tEXt where the text is Latin-1, else iTXt
     * @throws IllegalArgumentException before anything is written, if PNG does not allow a keyword
     */
    public void writePng(OutputStream out, Map<String, String> facts) throws IOException {
        PngFile.write(image, facts, out);
    }

    /**
     * Writes a TIFF of deflated 8-bit RGB strips.
     *
     * @param out stays open
     * @param facts become lines of the image description, {@code key: value}
     * @throws IllegalArgumentException before anything is written, if the picture is too large or a fact contains NUL
     */
    public void writeTiff(OutputStream out, Map<String, String> facts) throws IOException {
        requireEncodable(OutputFormat.TIFF, image.form(), image.getWidth(), image.getHeight());
        try (OutputStream kept = new Kept(out)) {
            TiffStrips.write(image, facts, kept);
        }
    }

    /**
     * Checks whether a picture of that size can be encoded at all, given the memory. As a PNG, every one can, but for those
     * of any colour and hundreds of millions of columns.
     *
     * @param format PNG or TIFF
     * @throws IllegalArgumentException if not, with the largest square that can
     */
    public static void requireEncodable(OutputFormat format, PixelForm form, int width, int height) {
        if (form == PixelForm.RGB && width > Integer.MAX_VALUE / RGB_BYTES) {
            throw new IllegalArgumentException(
                    "a picture of more than 256 colours can be %d pixels wide, not %d: use colouring bands and one sample"
                            .formatted(Integer.MAX_VALUE / RGB_BYTES, width));
        }
        boolean fits = switch (format) {
            case PNG -> true;
            case TIFF -> RGB_BYTES * (long) width * height <= LONGEST_TIFF;
            case NPY, JSON, TIERS_PNG, TIERS_NPY, TRACE_JSON_GZ ->
                throw new IllegalArgumentException(format + " is not a picture");
        };
        if (!fits) {
            int square = (int) Math.sqrt(LONGEST_TIFF / RGB_BYTES);
            throw new IllegalArgumentException(
                    "a %s of %dx%d is too large for its encoder, which can do %dx%d: use .png or .npy"
                            .formatted(format, width, height, square, square));
        }
    }

    /**
     * Heap that encoding takes at most, beyond the counts, in bytes.
     *
     * <p>For a TIFF the library holds the compressed strips and a copy of them. Deflated, a pixel of one of 256 colours
     * takes little more than a byte even where they are noise, and one of any colour three.
     *
     * @param format PNG or TIFF
     */
    public static long encodingBytes(OutputFormat format, PixelForm form, int width, int height) {
        long tiffBytes = (long) width
                * height
                * switch (form) {
                    case GREY, INDEXED -> RGB_BYTES;
                    case RGB -> 2 * RGB_BYTES + 1;
                };
        return FIXED_BYTES + (format == OutputFormat.PNG ? PngFile.HEAP_BYTES : tiffBytes);
    }

    /** Gathers small writes; encoders close what they are given, and this one's close leaves the other open. */
    private static final class Kept extends BufferedOutputStream {
        Kept(OutputStream out) {
            super(out, OUT_BUFFER_BYTES);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
