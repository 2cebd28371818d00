package org.mandelspark.files;

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
        writeHeader(cells, rows, columns, out);
        writeCells(cells, array, 0, Math.multiplyExact(rows, columns), out);
    }

    /** Writes what comes before the cells of an array of shape (rows, columns). */
    public static void writeHeader(Cells<?> cells, int rows, int columns, OutputStream out) throws IOException {
        out.write(header(cells.npyDescriptor(), rows, columns));
    }

    /** Writes the next n cells, which are {@code array[from …]}. */
    public static <A> void writeCells(Cells<A> cells, A array, int from, int n, OutputStream out) throws IOException {
        int step = Math.min(CELLS_AT_A_TIME, n);
        ByteBuffer buffer = ByteBuffer.allocate(step * cells.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int done = 0; done < n; done += buffer.position() / cells.bytes()) {
            buffer.clear();
            cells.putLittleEndian(array, from + done, Math.min(step, n - done), buffer);
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
