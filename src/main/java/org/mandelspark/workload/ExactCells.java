package org.mandelspark.workload;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Cells of {@link ExactCounts}. Files have the counts, and so do checksums; tiers and fractions travel with them.
 *
 * @param counts forms of the counts
 */
record ExactCells(Int32Cells counts) implements Cells<ExactCounts> {
    private static final int OTHER_BYTES = Byte.BYTES + Short.BYTES;

    @Override
    public ExactCounts allocate(int n) {
        return new ExactCounts(n);
    }

    @Override
    public int bytes() {
        return counts.bytes();
    }

    @Override
    public int packedBytes() {
        return counts.packedBytes() + OTHER_BYTES;
    }

    @Override
    public String npyDescriptor() {
        return counts.npyDescriptor();
    }

    @Override
    public void putLittleEndian(ExactCounts cells, int from, int n, ByteBuffer buffer) {
        counts.putLittleEndian(cells.counts(), from, n, buffer);
    }

    /** Cell by cell: count, tier and fraction. */
    @Override
    public void pack(ExactCounts cells, int from, int n, byte[] into) {
        ByteBuffer buffer = ByteBuffer.wrap(into).order(ByteOrder.LITTLE_ENDIAN);
        byte[] one = new byte[counts.packedBytes()];
        for (int i = from; i < from + n; i++) {
            counts.pack(cells.counts(), i, 1, one);
            buffer.put(one).put(cells.tiers()[i]).putShort(cells.fractions()[i]);
        }
    }

    @Override
    public void unpack(byte[] packed, int packedFrom, ExactCounts cells, int to, int n) {
        ByteBuffer buffer = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(packedFrom * packedBytes());
        byte[] one = new byte[counts.packedBytes()];
        for (int i = to; i < to + n; i++) {
            buffer.get(one);
            counts.unpack(one, 0, cells.counts(), i, 1);
            cells.tiers()[i] = buffer.get();
            cells.fractions()[i] = buffer.getShort();
        }
    }
}
