package org.mandelspark.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.formats.png.PngImageParser;
import org.apache.commons.imaging.formats.tiff.TiffImageMetadata;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandelspark.files.OutputFormat;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.FractionKernels;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.workload.EscapeTime;

class PictureTest {
    private static final int BLACK = 0xff000000;
    private static final Palette VIRIDIS = Palette.named("viridis");

    static List<String> palettes() {
        return Palette.names();
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void everyPaletteColoursEscapedPixelsInItsOrderAndTheInteriorBlack(String name) throws IOException {
        int[] counts = {0, 1, 2, 5, 10, 20, 50, 99, 100, 100};
        BufferedImage image = png(counts, 10, 1, 100, Palette.named(name));
        List<Integer> colours = Palette.named(name).colours();
        int last = 0;
        for (int x = 0; x < 8; x++) {
            int place = colours.indexOf(image.getRGB(x, 0) & 0xffffff);
            assertThat(place).as("count %d", counts[x]).isGreaterThan(last);
            last = place;
        }
        assertThat(image.getRGB(8, 0)).isEqualTo(BLACK);
        assertThat(image.getRGB(9, 0)).isEqualTo(BLACK);
    }

    @Test
    void theImaginaryAxisPointsUp() throws IOException {
        // The first row of the array, at the least imaginary part, never escapes: it is the bottom of the picture.
        int[] counts = {9, 9, 9, 1, 2, 3, 4, 5, 6};
        BufferedImage image = png(counts, 3, 3, 9, VIRIDIS);
        for (int x = 0; x < 3; x++) {
            assertThat(image.getRGB(x, 2)).isEqualTo(BLACK);
            assertThat(image.getRGB(x, 0)).isNotEqualTo(BLACK);
        }
    }

    @Test
    void pngAndTiffHoldTheSamePixels() throws Exception {
        int[] counts = new int[301 * 173];
        Arrays.setAll(counts, i -> (int) (((i * 2654435761L) >>> 7) % 1001));
        Picture picture = new Picture(counts, 301, 173, 1000, Palette.named("tide"));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ByteArrayOutputStream tiff = new ByteArrayOutputStream();
        picture.writePng(png, Map.of());
        picture.writeTiff(tiff, Map.of("Title", "noise", "Checksum", "1234"));
        BufferedImage one = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
        BufferedImage other = Imaging.getBufferedImage(tiff.toByteArray());
        BufferedImage third = ImageIO.read(new ByteArrayInputStream(tiff.toByteArray()));
        assertThat(pixels(one)).isEqualTo(pixels(other)).isEqualTo(pixels(third));
        assertThat(pixels(one)[0]).isEqualTo(one.getRGB(0, 0));
        TiffImageMetadata metadata = (TiffImageMetadata) Imaging.getMetadata(tiff.toByteArray());
        assertThat(metadata.getFieldValue(TiffTagConstants.TIFF_TAG_IMAGE_DESCRIPTION)[0])
                .contains("Title: noise")
                .contains("Checksum: 1234");
    }

    /** Rows of three octets a pixel, which strips cut anywhere, and more pixels than one strip holds. */
    @Test
    void smoothPicturesHaveTheSamePixelsAsPngAndAsTiff() throws Exception {
        View view =
                new View("test", new Formula.Mandelbrot(), Frame.bounds("-2,0.6,-1.4,1.6"), new Size(701, 607), 300);
        int[] counts = new int[(int) view.size().pixels()];
        RowRange rows = RowRange.band(0, 607);
        EscapeTime.of(view, KernelKind.NAIVE, Interior.NONE).fill(rows, counts, rows.starts(701));
        Colouring smooth = new Colouring(Colouring.Kind.SMOOTH, VIRIDIS, Colouring.Direction.FORWARD, 2, 0.1);
        Picture picture = Picture.of(new PictureParameters(view, smooth, 1), counts);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ByteArrayOutputStream tiff = new ByteArrayOutputStream();
        picture.writePng(png, Map.of());
        picture.writeTiff(tiff, Map.of());
        int[] pixels = pixels(ImageIO.read(new ByteArrayInputStream(png.toByteArray())));
        assertThat(pixels).isEqualTo(pixels(Imaging.getBufferedImage(tiff.toByteArray())));
        assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(Palette.SIZE);

        PixelColours colours = PixelColours.of(smooth, view);
        short[] fractions = new short[701];
        FractionKernels.find(view.formula(), 300, KernelKind.NAIVE)
                .rows(view.grid().x())
                .fill(view.grid().y(RowRange.band(100, 101))[0], counts, 100 * 701, fractions, 0);
        for (int x = 0; x < 701; x++) {
            assertThat(pixels[(606 - 100) * 701 + x] & 0xffffff)
                    .isEqualTo(colours.rgb(counts[100 * 701 + x], Short.toUnsignedInt(fractions[x])));
        }
    }

    @Test
    void aPngSaysWhatItShows() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Picture(new int[] {1}, 1, 1, 9, VIRIDIS).writePng(out, Map.of("Region", "-2,1", "Title", "größer als π"));
        List<String> texts = new PngImageParser()
                .getImageInfo(
                        org.apache.commons.imaging.bytesource.ByteSource.array(out.toByteArray(), "test.png"), null)
                .getComments();
        assertThat(String.join("\n", texts)).contains("Region: -2,1").contains("Title: größer als π");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 0, 1", "9, 9, 5", "9, 0, 5"})
    void picturesOfOneCountAreAllRight(int maxIter, int count, int side) throws IOException {
        int[] counts = new int[side * side];
        Arrays.fill(counts, count);
        BufferedImage image = png(counts, side, side, maxIter, VIRIDIS);
        Set<Integer> colours = new HashSet<>();
        for (int pixel : pixels(image)) {
            colours.add(pixel);
        }
        assertThat(colours).hasSize(1);
        assertThat(colours.contains(BLACK)).isEqualTo(count == maxIter);
    }

    @Test
    void countsOfTheWholeRangeOfIntAreShadedInOrderWithoutALargeTable() throws IOException {
        int[] counts = {0, 1000, 5000, 70_000, 3_000_000, 1 << 30, Integer.MAX_VALUE - 1, Integer.MAX_VALUE};
        BufferedImage image = png(counts, 8, 1, Integer.MAX_VALUE, VIRIDIS);
        int last = -1;
        for (int x = 0; x < 7; x++) {
            int place = VIRIDIS.colours().indexOf(image.getRGB(x, 0) & 0xffffff);
            assertThat(place).isGreaterThan(last);
            last = place;
        }
        assertThat(image.getRGB(7, 0)).isEqualTo(BLACK);
    }

    @Test
    void whatTheEncoderCannotHoldIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Picture.requireEncodable(OutputFormat.TIFF, PixelForm.RGB, 27_000, 27_000))
                .withMessageContaining("too large")
                .withMessageContaining("use .png or .npy");
        Picture.requireEncodable(OutputFormat.TIFF, PixelForm.RGB, 26_000, 26_000);
        Picture.requireEncodable(OutputFormat.PNG, PixelForm.RGB, 46_000, 46_000);
        Picture.requireEncodable(OutputFormat.PNG, PixelForm.INDEXED, 800_000_000, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Picture.requireEncodable(OutputFormat.PNG, PixelForm.RGB, 800_000_000, 2))
                .withMessageContaining("715827882 pixels wide")
                .withMessageContaining("bands");
    }

    @Test
    void countsThatAreNoneOfThePictureAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Picture(new int[5], 2, 3, 9, VIRIDIS));
        assertThatIllegalArgumentException().isThrownBy(() -> new Picture(new int[] {10}, 1, 1, 9, VIRIDIS));
    }

    @Test
    void palettesAreDistinctAndWhole() {
        assertThat(Palette.names()).hasSizeGreaterThanOrEqualTo(5).startsWith("viridis");
        Set<List<Integer>> tables = new HashSet<>();
        for (String name : Palette.names()) {
            assertThat(Palette.named(name).colours()).hasSize(256);
            assertThat(new HashSet<>(Palette.named(name).colours())).hasSizeGreaterThan(200);
            tables.add(Palette.named(name).colours());
        }
        assertThat(tables).hasSameSizeAs(Palette.names());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Palette.named("mud"))
                .withMessageContaining("mud")
                .withMessageContaining("viridis");
    }

    private static BufferedImage png(int[] counts, int width, int height, int maxIter, Palette palette)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Picture(counts, width, height, maxIter, palette).writePng(out, Map.of());
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
