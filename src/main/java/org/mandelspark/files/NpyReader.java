package org.mandelspark.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mandelspark.grid.Size;

/**
 * Reads a matrix of doubles in NumPy's file format: versions 1.0 and 2.0, {@code <f8}, C order, two dimensions.
 *
 * <p>A header that claims too much is refused before anything of that size is made: its text may have {@value
 * #LONGEST_HEADER} bytes, the array {@link Size#MAX_PIXELS} cells.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
 */
public final class NpyReader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    private static final int CELLS_AT_A_TIME = 1 << 13;

    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*('[^']*'|\\[.*?\\])");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*(\\([0-9, ]*\\))");
    private static final Pattern TWO_SIDES = Pattern.compile("\\(\\s*(\\d{1,10})\\s*,\\s*(\\d{1,10})\\s*,?\\s*\\)");

    private final InputStream in;
    private final String name;
    private final int rows;
    private final int columns;

    /**
     * Reads the header.
     *
     * @param in stays open
     * @param name of the file, for messages
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if this is not such a file, with what it is instead
     */
    public NpyReader(InputStream in, String name) throws IOException {
        this.in = in;
        this.name = name;
        String header = header();
        String type = find(TYPE, header);
        if (!type.equals("'<f8'")) {
            throw refusal("its cells are " + type + ", '<f8' (little-endian float64) is needed");
        }
        if (!find(ORDER, header).equals("False")) {
            throw refusal("it is in Fortran order, C order is needed: numpy.ascontiguousarray makes it so");
        }
        String shape = find(SHAPE, header);
        Matcher sides = TWO_SIDES.matcher(shape);
        if (!sides.matches()) {
            throw refusal("its shape is " + shape + ", a matrix has two sides");
        }
        long height = Long.parseLong(sides.group(1));
        long width = Long.parseLong(sides.group(2));
        if (height < 1 || width < 1) {
            throw refusal("its shape is " + shape + ", a matrix is at least 1x1");
        }
        // Ten digits each: the product fits in a double to within more than is needed here, and not in a long.
        if ((double) height * width > Size.MAX_PIXELS) {
            throw refusal("its shape is " + shape + ", one array holds " + Size.MAX_PIXELS + " cells");
        }
        this.rows = (int) height;
        this.columns = (int) width;
    }

    /** Number of rows, at least 1. */
    public int rows() {
        return rows;
    }

    /** Number of columns, at least 1. */
    public int columns() {
        return columns;
    }

    /**
     * Reads the cells, row-major; once.
     *
     * @throws IOException if they cannot be read
     * @throws IllegalArgumentException if the file is shorter or longer than its shape says
     */
    public double[] cells() throws IOException {
        double[] cells = new double[rows * columns];
        byte[] bytes = new byte[CELLS_AT_A_TIME * Double.BYTES];
        for (int from = 0; from < cells.length; from += Math.min(CELLS_AT_A_TIME, cells.length - from)) {
            int n = Math.min(CELLS_AT_A_TIME, cells.length - from);
            if (in.readNBytes(bytes, 0, n * Double.BYTES) < n * Double.BYTES) {
                throw refusal("it ends before its %d x %d cells do".formatted(rows, columns));
            }
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .get(cells, from, n);
        }
        if (in.read() >= 0) {
            throw refusal("it goes on after its %d x %d cells".formatted(rows, columns));
        }
        return cells;
    }

    private String header() throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw refusal("it does not begin with NumPy's signature");
        }
        int version = start[MAGIC.length];
        if (version != 1 && version != 2) {
            throw refusal("it has version " + version + "." + start[MAGIC.length + 1] + ", 1.0 and 2.0 are known");
        }
        try {
            byte[] lengthBytes = exactly(version == 1 ? Short.BYTES : Integer.BYTES);
            long length = ByteBuffer.wrap(Arrays.copyOf(lengthBytes, Long.BYTES))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong();
            if (length > LONGEST_HEADER) {
                throw refusal("its header would have " + length + " bytes, " + LONGEST_HEADER + " are allowed");
            }
            return new String(exactly((int) length), StandardCharsets.ISO_8859_1);
        } catch (EOFException e) {
            throw new IllegalArgumentException(
                    refusal("it ends before its header does").getMessage(), e);
        }
    }

    private byte[] exactly(int n) throws IOException {
        byte[] bytes = in.readNBytes(n);
        if (bytes.length < n) {
            throw new EOFException();
        }
        return bytes;
    }

    private String find(Pattern entry, String header) {
        Matcher found = entry.matcher(header);
        if (!found.find()) {
            throw refusal("its header is not NumPy's");
        }
        return found.group(1);
    }

    private IllegalArgumentException refusal(String why) {
        return new IllegalArgumentException(name + " is not a float64 matrix in .npy format: " + why);
    }
}
