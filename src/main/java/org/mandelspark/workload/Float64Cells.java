package org.mandelspark.workload;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Doubles, bit for bit: {@code float64} in memory and on disk, and eight bytes on the wire, where nothing is lost. */
public record Float64Cells() implements Cells<double[]> {
    @Override
    public double[] allocate(int n) {
        return new double[n];
    }

    @Override
    public int bytes() {
        return Double.BYTES;
    }

    @Override
    public int packedBytes() {
        return Double.BYTES;
    }

    @Override
    public String npyDescriptor() {
        return "<f8";
    }

    @Override
    public void putLittleEndian(double[] cells, int from, int n, ByteBuffer buffer) {
        buffer.slice().order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().put(cells, from, n);
        buffer.position(buffer.position() + n * Double.BYTES);
    }

    @Override
    public void pack(double[] cells, int from, int n, byte[] into) {
        putLittleEndian(cells, from, n, ByteBuffer.wrap(into));
    }

    @Override
    public void unpack(byte[] packed, int packedFrom, double[] cells, int to, int n) {
        ByteBuffer.wrap(packed, packedFrom * Double.BYTES, n * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(cells, to, n);
    }
}
