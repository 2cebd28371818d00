package org.mandelspark.workload;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Integers from 0 to {@code maxValue}: {@code int32} in memory and on disk, and on the wire one, two or four bytes,
 * whichever is the narrowest that holds {@code maxValue}.
 *
 * @param maxValue greatest value that occurs, at least 0
 */
public record Int32Cells(int maxValue) implements Cells<int[]> {
    private static final int MAX_BYTE = 0xff;
    private static final int MAX_SHORT = 0xffff;
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    public Int32Cells {
        if (maxValue < 0) {
            throw new IllegalArgumentException("the greatest value must be at least 0, not " + maxValue);
        }
    }

    @Override
    public int[] allocate(int n) {
        return new int[n];
    }

    @Override
    public int bytes() {
        return Integer.BYTES;
    }

    @Override
    public int packedBytes() {
        return maxValue <= MAX_BYTE ? Byte.BYTES : maxValue <= MAX_SHORT ? Short.BYTES : Integer.BYTES;
    }

    @Override
    public String npyDescriptor() {
        return "<i4";
    }

    @Override
    public void putLittleEndian(int[] cells, int from, int n, ByteBuffer buffer) {
        buffer.slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(cells, from, n);
        buffer.position(buffer.position() + n * Integer.BYTES);
    }

    @Override
    public void pack(int[] cells, int from, int n, byte[] into) {
        switch (packedBytes()) {
            case Byte.BYTES -> {
                for (int i = 0; i < n; i++) {
                    into[i] = (byte) cells[from + i];
                }
            }
            case Short.BYTES -> {
                for (int i = 0; i < n; i++) {
                    SHORTS.set(into, i * Short.BYTES, (short) cells[from + i]);
                }
            }
            default -> putLittleEndian(cells, from, n, ByteBuffer.wrap(into));
        }
    }

    @Override
    public void unpack(byte[] packed, int packedFrom, int[] cells, int to, int n) {
        switch (packedBytes()) {
            case Byte.BYTES -> {
                for (int i = 0; i < n; i++) {
                    cells[to + i] = packed[packedFrom + i] & MAX_BYTE;
                }
            }
            case Short.BYTES -> {
                for (int i = 0; i < n; i++) {
                    cells[to + i] = (short) SHORTS.get(packed, (packedFrom + i) * Short.BYTES) & MAX_SHORT;
                }
            }
            default ->
                ByteBuffer.wrap(packed, packedFrom * Integer.BYTES, n * Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asIntBuffer()
                        .get(cells, to, n);
        }
    }
}
