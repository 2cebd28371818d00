package org.mandelspark.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is encoded is what the JDK's reader and our own decode. */
class TilePngTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "64, 64, 1", "64, 33, 2", "100, 64, 256", "100, 64, 257", "256, 256, 16777216", "1, 70, 3"})
    void everyPixelComesBack(int width, int height, int colours) throws IOException {
        Random random = new Random(colours);
        int[] palette = random.ints(Math.min(colours, 1 << 16), 0, 1 << 24).toArray();
        int[] pixels = random.ints((long) width * height + 10, 0, palette.length)
                .map(i -> palette[i])
                .toArray();
        byte[] png = new TilePng().encode(pixels, width, height);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] read = image.getRGB(0, 0, width, height, null, 0, width);
        int[] decoded = new int[width * height];
        TilePng.decode(png, width, height, decoded);
        for (int i = 0; i < width * height; i++) {
            assertThat(read[i] & 0xffffff).isEqualTo(pixels[i]);
            assertThat(decoded[i]).isEqualTo(pixels[i]);
        }
    }

    @Test
    void anEncoderIsAsGoodAfterOtherPicturesAsNew() {
        TilePng used = new TilePng();
        int[] noise = new Random(1).ints(512 * 512, 0, 1 << 24).toArray();
        used.encode(noise, 512, 512);
        int[] plain = new int[64 * 64];
        Arrays.fill(plain, 0x102030);
        assertThat(used.encode(plain, 64, 64)).isEqualTo(new TilePng().encode(plain, 64, 64));
        assertThat(used.encode(noise, 512, 512)).isEqualTo(new TilePng().encode(noise, 512, 512));
    }

    @Test
    void anotherSizeIsRefused() {
        byte[] png = new TilePng().encode(new int[12], 3, 4);
        assertThatIOException()
                .isThrownBy(() -> TilePng.decode(png, 4, 3, new int[12]))
                .withMessageContaining("3x4 pixels and not 4x3");
    }
}
