package org.mandelspark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZarrArrayTest {
    @TempDir
    private Path folder;

    private ObjectFolder objects;
    private ZarrArray array;

    @BeforeEach
    void makeAnArray() {
        objects = new ObjectFolder(folder.toString());
        array = new ZarrArray(objects, "a", 70, 130, 64, ZarrArray.Type.INT32);
    }

    @Test
    void anEdgeChunkIsAsLargeAsTheOthersAndZeroBeyondTheArray() throws IOException {
        int[] cells = {1, -2, 3, 4, 5, Integer.MAX_VALUE};
        ByteBuffer content = ByteBuffer.wrap(
                        new InflaterInputStream(new ByteArrayInputStream(array.encode(cells, 2, 3))).readAllBytes())
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(content.capacity()).isEqualTo(64 * 64 * 4);
        for (int i = 0; i < 64 * 64; i++) {
            boolean isInside = i % 64 < 2 && i / 64 < 3;
            assertThat(content.getInt()).isEqualTo(isInside ? cells[i / 64 * 2 + i % 64] : 0);
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        for (ZarrArray.Type type : ZarrArray.Type.values()) {
            ZarrArray some = new ZarrArray(objects, type.name(), 70, 130, 64, type);
            int[] cells = new Random(7).ints(64 * 6, 0, 1 << 16).toArray();
            objects.write(some.file(0, 1), some.encode(cells, 64, 6));
            int[] there = new int[cells.length];
            some.read(0, 1, 64, 6, there);
            assertThat(there).isEqualTo(cells);
            assertThat(folder.resolve(type + "/1.0")).exists();
        }
    }

    @Test
    void aTornChunkIsNamed() throws IOException {
        byte[] whole = array.encode(new Random(7).ints(64 * 64).toArray(), 64, 64);
        int[] there = new int[64 * 64];
        byte[] changed = whole.clone();
        changed[whole.length - 1]++;
        byte[] tooShort = new ZarrArray(objects, "a", 9, 9, 32, ZarrArray.Type.INT32).encode(there, 1, 1);
        byte[] tooLong = new ZarrArray(objects, "a", 9, 9, 96, ZarrArray.Type.INT32).encode(there, 1, 1);
        for (byte[] torn :
                new byte[][] {Arrays.copyOf(whole, 100), new byte[0], {1, 2, 3}, changed, tooShort, tooLong}) {
            objects.write(array.file(1, 0), torn);
            assertThatIOException()
                    .isThrownBy(() -> array.read(1, 0, 64, 64, there))
                    .withMessageContaining("a/0.1 is not a whole chunk of 64x64 numbers");
        }
        Files.delete(folder.resolve("a/0.1"));
        assertThatIOException()
                .isThrownBy(() -> array.read(1, 0, 64, 64, there))
                .withMessageContaining("a/0.1: no such file");
    }

    @Test
    void anotherShapeIsNoticed() throws IOException {
        assertThat(array.exists()).isFalse();
        array.create(Map.of("row_0", "ymax"));
        assertThat(array.exists()).isTrue();
        assertThat(array.attributes().path("row_0").asText()).isEqualTo("ymax");
        assertThatIOException()
                .isThrownBy(() -> new ZarrArray(objects, "a", 70, 131, 64, ZarrArray.Type.INT32).attributes())
                .withMessageContaining("a/.zarray: 'shape' is [70,130] and not [70,131]");
        Files.writeString(folder.resolve("a/.zarray"), "{");
        assertThatIOException().isThrownBy(array::attributes).withMessageContaining("a/.zarray: it is not JSON");
        array.delete();
        assertThat(folder.resolve("a")).doesNotExist();
    }
}
