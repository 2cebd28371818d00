package org.mandelspark.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.mandelspark.workload.Cells;

/**
 * Arrays in NumPy's file format, version 1.0, C order.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
 */
public final class NpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    /** The cells begin at a multiple of this, so that the file can be mapped into memory. */
    private static final int ALIGNMENT = 64;

    private static final int CELLS_AT_A_TIME = 1 << 15;

    private NpyFile() {}

    /**
     * Writes an array of shape (rows, columns).
     *
     * @param cells what a cell is
     * @param array the cells, row-major
     */
    public static <A> void write(Cells<A> cells, A array, int rows, int columns, OutputStream out) throws IOException {
        out.write(header(cells.npyDescriptor(), rows, columns));
        int n = Math.multiplyExact(rows, columns);
        ByteBuffer buffer = ByteBuffer.allocate(CELLS_AT_A_TIME * cells.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < n; from += Math.min(CELLS_AT_A_TIME, n - from)) {
            buffer.clear();
            cells.putLittleEndian(array, from, Math.min(CELLS_AT_A_TIME, n - from), buffer);
            out.write(buffer.array(), 0, buffer.position());
        }
    }

    private static byte[] header(String descriptor, int rows, int columns) {
        String dictionary =
                "{'descr': '%s', 'fortran_order': False, 'shape': (%d, %d), }".formatted(descriptor, rows, columns);
        int unpadded = MAGIC.length + Short.BYTES + dictionary.length() + 1;
        int length = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC);
        header.putShort((short) (length - MAGIC.length - Short.BYTES));
        header.put(dictionary.getBytes(StandardCharsets.US_ASCII));
        while (header.position() < length - 1) {
            header.put((byte) ' ');
        }
        header.put((byte) '\n');
        return header.array();
    }
}
