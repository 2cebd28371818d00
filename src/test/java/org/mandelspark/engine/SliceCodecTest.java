package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.workload.Int32Cells;

/** What is encoded is decoded unchanged, and never longer than it was. */
class SliceCodecTest {
    @Property
    void whatIsEncodedIsDecodedUnchanged(Draw draw) {
        int length = draw.integer(0, 70_000);
        int values = draw.integer(1, 256);
        int runs = draw.integer(1, 300);
        long seed = draw.seed();
        byte[] packed = bytes(length, values, runs, seed);
        SliceCodec codec = new SliceCodec();
        byte[] encoded = codec.encode(packed);
        assertThat(encoded.length).isLessThanOrEqualTo(length);
        assertThat(Arrays.copyOf(new SliceCodec().decode(encoded, length), length))
                .isEqualTo(packed);
    }

    @Test
    void oneCodecServesPiecesOfAnyLengthOneAfterTheOther() {
        SliceCodec codec = new SliceCodec();
        for (int length : new int[] {100, 60_000, 7, 0, 130_000, 131_072, 1}) {
            byte[] packed = bytes(length, 5, 50, length);
            byte[] encoded = codec.encode(packed);
            assertThat(Arrays.copyOf(codec.decode(encoded, length), length)).isEqualTo(packed);
        }
    }

    @Test
    void whatRepeatsItselfBecomesMuchShorter() {
        assertThat(new SliceCodec().encode(new byte[131_072]).length).isLessThan(1000);
    }

    @Test
    void whatDoesNotShrinkTravelsAsItIs() {
        byte[] noise = bytes(131_072, 256, 1, 3);
        assertThat(new SliceCodec().encode(noise)).isSameAs(noise);
        assertThat(new SliceCodec().decode(noise, noise.length)).isSameAs(noise);
    }

    @Test
    void piecesThatTravelAsTheyAreAreNotOverwrittenByTheNext() {
        Int32Cells cells = new Int32Cells(Integer.MAX_VALUE);
        SliceCodec codec = new SliceCodec();
        Random random = new Random(6);
        List<int[]> blocks = new ArrayList<>();
        List<byte[]> encoded = new ArrayList<>();
        for (int n : new int[] {1000, 1000, 1000, 999, 1000, 1, 1000}) {
            int[] block = new int[1000];
            if (encoded.size() % 3 != 1) {
                Arrays.setAll(block, i -> random.nextInt() >>> 1);
            }
            blocks.add(Arrays.copyOf(block, n));
            encoded.add(codec.encode(cells, block, n));
        }
        for (int i = 0; i < blocks.size(); i++) {
            int n = blocks.get(i).length;
            assertThat(Arrays.copyOf(codec.decode(encoded.get(i), n * Integer.BYTES), n * Integer.BYTES))
                    .isEqualTo(cells.pack(blocks.get(i), 0, n));
        }
    }

    @Test
    void bytesOfAnotherLengthAreRefused() {
        byte[] encoded = new SliceCodec().encode(new byte[1000]);
        assertThatThrownBy(() -> new SliceCodec().decode(encoded, 999)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> new SliceCodec().decode(encoded, 1001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1001 bytes, not 1000");
    }

    /** Random values in runs of random lengths. */
    private static byte[] bytes(int length, int values, int runs, long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; ) {
            int end = Math.min(length, i + 1 + random.nextInt(runs));
            Arrays.fill(bytes, i, end, (byte) random.nextInt(values));
            i = end;
        }
        return bytes;
    }
}
