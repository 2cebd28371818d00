package org.mandelspark.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.Adler32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strips joined to one picture: the same bytes from any number of threads, and the pixels that went in. */
class PngFileTest {
    private static final int STRIP = PngFile.STRIP_BYTES;

    /** Strips end in the middle of rows, at their ends, and beside their filter's octet. */
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1, 3",
        "3, 1",
        "1, 1500000",
        "3000000, 1",
        "1048575, 3",
        "1048576, 2",
        "1048574, 3",
        "4095, 1024",
        "1999, 1051"
    })
    void anyNumberOfThreadsGivesTheSameBytesAndTheRightPixels(int width, int height) throws IOException {
        Hashed image = new Hashed(width, height);
        byte[] one = png(image, 1);
        for (int threads : new int[] {2, 3, 7}) {
            assertThat(png(image, threads)).isEqualTo(one);
        }
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(one));
        assertThat(read.getWidth()).isEqualTo(width);
        assertThat(read.getHeight()).isEqualTo(height);
        byte[] expected = new byte[width];
        byte[] row = new byte[width];
        for (int y = 0; y < height; y++) {
            image.octets(0, y, width, expected, 0);
            read.getRaster().getDataElements(0, y, width, 1, row);
            if (!Arrays.equals(row, expected)) {
                assertThat(row).as("row %d", y).isEqualTo(expected);
            }
        }
    }

    @Test
    void theChecksumOfTwoPartsIsThatOfTheWhole() {
        Random random = new Random(3);
        for (int length : new int[] {0, 1, 2, 65520, 65521, 65522, STRIP, 3 * STRIP + 5}) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            Arrays.fill(bytes, 0, length / 2, (byte) 0xff);
            int cut = random.nextInt(length + 1);
            assertThat(PngFile.joined(adler(bytes, 0, cut), adler(bytes, cut, length - cut), length - cut))
                    .isEqualTo(adler(bytes, 0, length));
        }
    }

    @Test
    void whatDoesNotShrinkFits() throws IOException {
        byte[] noise = new byte[2 * STRIP];
        new Random(4).nextBytes(noise);
        byte[] png = png(new Noise(noise), 2);
        assertThat(png.length).isBetween(noise.length, noise.length + noise.length / 1000);
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getRaster().getDataElements(0, 1, STRIP, 1, null))
                .isEqualTo(Arrays.copyOfRange(noise, STRIP, 2 * STRIP));
    }

    private static int adler(byte[] bytes, int from, int length) {
        Adler32 adler = new Adler32();
        adler.update(bytes, from, length);
        return (int) adler.getValue();
    }

    private static byte[] png(PngFile.Image image, int threads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngFile.write(image, Map.of("Title", "test"), out, threads);
        return out.toByteArray();
    }

    /** Pixels that repeat themselves here and there. */
    private record Hashed(int getWidth, int getHeight) implements PngFile.Image {
        @Override
        public PixelForm form() {
            return PixelForm.GREY;
        }

        @Override
        public void octets(int x, int y, int n, byte[] into, int to) {
            for (int i = 0; i < n; i++) {
                into[to + i] = (byte) (((x + i) * 31 ^ y * 17) >> 3);
            }
        }
    }

    /** Two rows, each as long as a strip. */
    private static final class Noise implements PngFile.Image {
        private final byte[] noise;

        Noise(byte[] noise) {
            this.noise = noise;
        }

        @Override
        public int getWidth() {
            return STRIP;
        }

        @Override
        public int getHeight() {
            return 2;
        }

        @Override
        public PixelForm form() {
            return PixelForm.GREY;
        }

        @Override
        public void octets(int x, int y, int n, byte[] into, int to) {
            System.arraycopy(noise, y * STRIP + x, into, to, n);
        }
    }
}
