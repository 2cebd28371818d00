package org.mandelspark.engine;

import java.util.Arrays;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;
import org.mandelspark.workload.Cells;

/**
 * Shortens packed cells for their way to the driver: LZ4 blocks, where that makes them shorter.
 *
 * <p>Escape counts are bands and plateaus, so that LZ4 finds most of them where they were a few cells or a row before,
 * faster than memory could be copied twice. Bytes that do not shrink travel as they are; who receives them recognises
 * them by their number. The package's description has the measurements behind this choice. Spark itself uses this
 * library and brings it along. Each instance serves one thread.
 */
final class SliceCodec {
    private static final LZ4Compressor COMPRESSOR = LZ4Factory.fastestInstance().fastCompressor();
    private static final LZ4SafeDecompressor DECOMPRESSOR =
            LZ4Factory.fastestInstance().safeDecompressor();

    private byte[] buffer = new byte[0];
    private byte[] packing = new byte[0];

    /**
     * The shortest form of the first n cells. They are packed where the last ones were, unless those travel as they are:
     * a new array for each piece would be most of the garbage of a gather.
     */
    <A> byte[] encode(Cells<A> cells, A block, int n) {
        int length = Math.multiplyExact(n, cells.packedBytes());
        if (packing.length != length) {
            packing = new byte[length];
        }
        cells.pack(block, 0, n, packing);
        byte[] encoded = encode(packing);
        if (encoded == packing) {
            packing = new byte[0];
        }
        return encoded;
    }

    /** The shortest form of these bytes, which may be the same array. */
    byte[] encode(byte[] packed) {
        reserve(COMPRESSOR.maxCompressedLength(packed.length));
        int length = COMPRESSOR.compress(packed, 0, packed.length, buffer, 0);
        return length < packed.length ? Arrays.copyOf(buffer, length) : packed;
    }

    /**
     * Decodes the bytes; the result is valid until the next call.
     *
     * @param length of what was encoded, in bytes
     * @throws IllegalArgumentException if these are not encoded bytes of that length
     */
    byte[] decode(byte[] encoded, int length) {
        if (encoded.length == length) {
            return encoded;
        }
        reserve(length);
        int decoded = DECOMPRESSOR.decompress(encoded, 0, encoded.length, buffer, 0, length);
        if (decoded != length) {
            throw new IllegalArgumentException("a piece must hold " + length + " bytes, not " + decoded);
        }
        return buffer;
    }

    private void reserve(int length) {
        if (buffer.length < length) {
            buffer = new byte[length];
        }
    }
}
