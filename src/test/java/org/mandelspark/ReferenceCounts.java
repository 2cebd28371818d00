package org.mandelspark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.workload.EscapeTime;

/**
 * Escape counts that Python and NumPy computed (src/test/python/make_fixtures.py), some of them whole, all of them by
 * checksum.
 */
public record ReferenceCounts(
        String name,
        String purpose,
        String formula,
        String region,
        int width,
        int height,
        int maxIter,
        String checksum,
        long sum,
        String file) {
    private static final String FOLDER = "/fixtures/";

    /** Every reference there is. */
    public static List<ReferenceCounts> all() {
        try (InputStream in = resource("fixtures.json")) {
            return JsonMapper.builder().build().readValue(in, new TypeReference<List<ReferenceCounts>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Formulas of the references, each once; every family has at least one. */
    public static List<Formula> formulas() {
        return all().stream()
                .map(reference -> Formula.parse(reference.formula))
                .distinct()
                .toList();
    }

    /** The workload that computes them. */
    public EscapeTime workload(KernelKind kernel, Interior interior) {
        View view = new View(name, Formula.parse(formula), Frame.bounds(region), new Size(width, height), maxIter);
        return EscapeTime.of(view, kernel, interior);
    }

    /** Kinds of work that kernel simd may leave out of these. */
    public List<Interior> interiors() {
        Formula iterated = Formula.parse(formula);
        return Arrays.stream(Interior.values())
                .filter(interior -> interior.isFor(iterated))
                .toList();
    }

    /** The counts, if the file is there; row-major. */
    public int[] counts() throws IOException {
        try (InputStream in = resource(file)) {
            return int32(in.readAllBytes(), height, width);
        }
    }

    /** The int32 array of shape (rows, columns) in the bytes of an .npy file. */
    public static int[] int32(byte[] npy, int rows, int columns) {
        ByteBuffer buffer = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = buffer.getShort(8);
        String header = new String(npy, 10, headerLength, StandardCharsets.US_ASCII);
        String expected = "'shape': (" + rows + ", " + columns + ")";
        if (!header.contains("'descr': '<i4'")
                || !header.contains("'fortran_order': False")
                || !header.contains(expected)) {
            throw new IllegalArgumentException("not an int32 array with " + expected + ": " + header);
        }
        int[] counts = new int[rows * columns];
        buffer.position(10 + headerLength);
        buffer.asIntBuffer().get(counts);
        if (buffer.remaining() != counts.length * Integer.BYTES) {
            throw new IllegalArgumentException("the file is longer than its array");
        }
        return counts;
    }

    @Override
    public String toString() {
        return name;
    }

    private static InputStream resource(String name) {
        return ReferenceCounts.class.getResourceAsStream(FOLDER + name);
    }
}
