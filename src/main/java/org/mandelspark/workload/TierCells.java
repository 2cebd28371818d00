package org.mandelspark.workload;

import java.nio.ByteBuffer;

/** Codes of tiers as files have them: what {@link ExactCounts#tiers} has, without its flags. */
public record TierCells() implements Cells<byte[]> {
    @Override
    public byte[] allocate(int n) {
        return new byte[n];
    }

    @Override
    public int bytes() {
        return Byte.BYTES;
    }

    @Override
    public int packedBytes() {
        return Byte.BYTES;
    }

    @Override
    public String npyDescriptor() {
        return "|u1";
    }

    @Override
    public void putLittleEndian(byte[] cells, int from, int n, ByteBuffer buffer) {
        for (int i = from; i < from + n; i++) {
            buffer.put((byte) (cells[i] & ExactCounts.TIER));
        }
    }

    @Override
    public void pack(byte[] cells, int from, int n, byte[] into) {
        System.arraycopy(cells, from, into, 0, n);
    }

    @Override
    public void unpack(byte[] packed, int packedFrom, byte[] cells, int to, int n) {
        System.arraycopy(packed, packedFrom, cells, to, n);
    }
}
