package org.mandelspark.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class Int32CellsTest {
    @Property
    void whatIsPackedIsUnpackedUnchanged(Draw draw) {
        int maxValue = draw.integer(0, Integer.MAX_VALUE);
        int[] cells = draw.list(1, 50, () -> draw.integer(0, maxValue)).stream()
                .mapToInt(cell -> cell)
                .toArray();
        int skipped = draw.integer(0, 10);
        Int32Cells type = new Int32Cells(maxValue);
        int from = skipped % cells.length;
        byte[] packed = type.pack(cells, 0, cells.length);
        assertThat(packed).hasSize(cells.length * type.packedBytes());
        int[] unpacked = new int[cells.length];
        type.unpack(packed, from, unpacked, from, cells.length - from);
        type.unpack(packed, 0, unpacked, 0, from);
        assertThat(unpacked).isEqualTo(cells);
    }

    @Test
    void theWireIsAsNarrowAsTheGreatestValueAllows() {
        assertThat(new Int32Cells(255).packedBytes()).isEqualTo(1);
        assertThat(new Int32Cells(256).packedBytes()).isEqualTo(2);
        assertThat(new Int32Cells(65535).packedBytes()).isEqualTo(2);
        assertThat(new Int32Cells(65536).packedBytes()).isEqualTo(4);
    }

    @Test
    void theChecksumIsCrc32cOfLittleEndianBytes() {
        // The check value of CRC-32C is that of the bytes "123456789"; the first eight make two cells.
        int[] cells = new int[2];
        ByteBuffer.wrap("12345678".getBytes(StandardCharsets.US_ASCII))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(cells);
        assertThat(new Int32Cells(1).checksum(cells, 2)).isEqualTo("6087809a");
    }

    @Test
    void theChecksumOfManyCellsIsThatOfTheWhole() {
        int[] cells = new int[100_003];
        ByteBuffer bytes = ByteBuffer.allocate(cells.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = i * 31;
            bytes.putInt(cells[i]);
        }
        java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
        crc.update(bytes.flip());
        assertThat(new Int32Cells(1).checksum(cells, cells.length)).isEqualTo("%08x".formatted(crc.getValue()));
    }
}
