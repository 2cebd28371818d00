package org.mandelspark.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class Float64CellsTest {
    private static final Float64Cells TYPE = new Float64Cells();

    @Property
    void whatIsPackedIsUnpackedBitForBit(Draw draw) {
        List<Long> bits = draw.list(1, 50, () -> draw.integer(Long.MIN_VALUE, Long.MAX_VALUE));
        int skipped = draw.integer(0, 10);
        double[] cells = bits.stream().mapToDouble(Double::longBitsToDouble).toArray();
        int from = skipped % cells.length;
        byte[] packed = TYPE.pack(cells, 0, cells.length);
        assertThat(packed).hasSize(cells.length * TYPE.packedBytes());
        double[] unpacked = TYPE.allocate(cells.length);
        TYPE.unpack(packed, from, unpacked, from, cells.length - from);
        TYPE.unpack(packed, 0, unpacked, 0, from);
        assertThat(Arrays.stream(unpacked).mapToLong(Double::doubleToRawLongBits))
                .containsExactlyElementsOf(bits);
    }

    @Test
    void aPartOfAnArrayIsPackedAlone() {
        assertThat(TYPE.pack(new double[] {1, 2, 3}, 1, 1)).isEqualTo(TYPE.pack(new double[] {2}, 0, 1));
    }

    @Test
    void bytesOnDiskAreLittleEndianAndTheBufferMovesOn() {
        ByteBuffer buffer = ByteBuffer.allocate(20);
        buffer.position(4);
        TYPE.putLittleEndian(new double[] {0, 1, -2}, 1, 2, buffer);
        assertThat(buffer.position()).isEqualTo(20);
        assertThat(buffer.order(ByteOrder.LITTLE_ENDIAN).getDouble(4)).isEqualTo(1);
        assertThat(buffer.getDouble(12)).isEqualTo(-2);
        assertThat(TYPE.npyDescriptor()).isEqualTo("<f8");
        assertThat(TYPE.bytes()).isEqualTo(8);
    }
}
