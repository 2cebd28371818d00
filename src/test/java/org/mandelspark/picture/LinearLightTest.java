package org.mandelspark.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearLightTest {
    @Test
    void blackAndWhiteLinesBecomeTheGreyThatEmitsHalfTheLight() {
        // The mean of 0 and 255 would be 128, which emits a fifth.
        int[] half = new int[1];
        LinearLight.shrink(2, new int[] {0xffffff, 0, 0xffffff, 0}, 2, 2, half, 1, 0);
        assertThat(half[0]).isEqualTo(0xbcbcbc);
    }

    @Test
    void everyColourStaysItself() {
        for (int v = 0; v < 256; v++) {
            int colour = v << 16 | (255 - v) << 8 | v;
            int[] half = new int[1];
            LinearLight.shrink(2, new int[] {colour, colour}, 1, 2, half, 1, 0);
            assertThat(half[0]).isEqualTo(colour);
        }
    }

    @Test
    void aPixelIsTheMeanInLinearLightOfThoseThatExist() {
        Random random = new Random(5);
        for (int[] size : new int[][] {
            {2, 2, 2},
            {2, 3, 3},
            {2, 1, 1},
            {2, 1, 4},
            {2, 5, 2},
            {2, 64, 63},
            {1, 5, 6},
            {3, 9, 12},
            {16, 32, 48},
            {7, 20, 8}
        }) {
            int side = size[0];
            int width = size[1];
            int height = size[2];
            int[] pixels = random.ints((long) width * height, 0, 1 << 24).toArray();
            int across = (width + side - 1) / side;
            int down = (height + side - 1) / side;
            int stride = across + 3;
            int[] halved = new int[stride * down + 7];
            LinearLight.shrink(side, pixels, width, height, halved, stride, 7);
            for (int y = 0; y < down; y++) {
                for (int x = 0; x < across; x++) {
                    assertThat(halved[7 + y * stride + x])
                            .isEqualTo(MeanLight.of(pixels, width, height, side, side * x, side * y));
                }
            }
        }
    }
}
