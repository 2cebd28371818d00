package org.mandelspark.workload;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Forms of a cell of the answer: in memory (an element of an array {@code A}), on disk (little-endian bytes) and on the
 * wire (packed as narrow as its values allow, because moving results costs more than computing them).
 *
 * @param <A> the array that holds cells
 */
public interface Cells<A> extends Serializable {
    /** A new array of n cells. */
    A allocate(int n);

    /** Bytes of one cell in memory and on disk. */
    int bytes();

    /** Bytes of one cell on the wire. */
    int packedBytes();

    /** NumPy's name of the type on disk, such as {@code <i4}. */
    String npyDescriptor();

    /** Appends cells {@code from … from + n} to a buffer in little-endian order. */
    void putLittleEndian(A cells, int from, int n, ByteBuffer buffer);

    /** The cells {@code from … from + n}, packed. */
    default byte[] pack(A cells, int from, int n) {
        byte[] packed = new byte[Math.multiplyExact(n, packedBytes())];
        pack(cells, from, n, packed);
        return packed;
    }

    /** Packs the cells {@code from … from + n} to the beginning of an array, which may have held others. */
    void pack(A cells, int from, int n, byte[] into);

    /** Unpacks n cells, beginning with the {@code packedFrom}-th of a packed array, to {@code cells[to …]}. */
    void unpack(byte[] packed, int packedFrom, A cells, int to, int n);

    /** CRC-32C (RFC 3720) of the first n cells as little-endian bytes, as eight hexadecimal digits. */
    default String checksum(A cells, int n) {
        int step = 1 << 14;
        ByteBuffer buffer = ByteBuffer.allocate(step * bytes()).order(ByteOrder.LITTLE_ENDIAN);
        CRC32C crc = new CRC32C();
        for (int from = 0; from < n; from += Math.min(step, n - from)) {
            buffer.clear();
            putLittleEndian(cells, from, Math.min(step, n - from), buffer);
            crc.update(buffer.flip());
        }
        return hexadecimal(crc);
    }

    /** A checksum as this program writes it. */
    static String hexadecimal(Checksum crc) {
        return "%08x".formatted(crc.getValue());
    }
}
