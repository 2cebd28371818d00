package org.mandelspark.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A two-dimensional array of whole numbers in square chunks, each an object of its own that is read and written alone, in
 * the format Zarr, version 2, with zlib.
 *
 * @param folder where it is
 * @param name of it, a folder in there
 * @param height number of rows
 * @param width number of columns
 * @param chunk side of a chunk
 * @param type of its numbers
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v2/v2.0.html">Zarr storage specification, version 2</a>
 */
public record ZarrArray(ObjectFolder folder, String name, int height, int width, int chunk, Type type)
        implements Serializable {
    private static final String METADATA = "/.zarray";
    private static final String ATTRIBUTES = "/.zattrs";

    /** Fast; runs of one count deflate well at any level. */
    private static final int LEVEL = 1;

    /** Types of numbers, little-endian. */
    public enum Type {
        INT32("<i4", Integer.BYTES),
        UINT16("<u2", Short.BYTES);

        private final String descriptor;
        private final int bytes;

        Type(String descriptor, int bytes) {
            this.descriptor = descriptor;
            this.bytes = bytes;
        }
    }

    /** Writes what makes the folder an array; numbers of chunks that are not there are 0. */
    public void create(Object attributes) throws IOException {
        folder.write(name + ATTRIBUTES, Json.bytes(attributes));
        folder.write(name + METADATA, Json.bytes(metadata()));
    }

    /** True if it was created. */
    public boolean exists() throws IOException {
        return folder.has(name + METADATA);
    }

    /** Removes it, and first what makes it an array. */
    public void delete() throws IOException {
        folder.delete(name + METADATA);
        folder.delete(name);
    }

    /**
     * The attributes of the array.
     *
     * @throws IOException if it is not there, or is not of this shape, chunk and type, with its path and the reason
     */
    public JsonNode attributes() throws IOException {
        JsonNode expected = Json.tree(metadata());
        JsonNode there = read(METADATA);
        for (String key : metadata().keySet()) {
            if (!there.path(key).equals(expected.path(key))) {
                throw new IOException("%s: '%s' is %s and not %s"
                        .formatted(folder.file(name + METADATA), key, there.path(key), expected.path(key)));
            }
        }
        return read(ATTRIBUTES);
    }

    private JsonNode read(String file) throws IOException {
        try {
            return Json.tree(folder.read(name + file));
        } catch (IllegalArgumentException e) {
            throw new IOException(folder.file(name + file) + ": " + e.getMessage(), e);
        }
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("zarr_format", 2);
        metadata.put("shape", List.of(height, width));
        metadata.put("chunks", List.of(chunk, chunk));
        metadata.put("dtype", type.descriptor);
        Map<String, Object> zlib = new LinkedHashMap<>();
        zlib.put("id", "zlib");
        zlib.put("level", LEVEL);
        metadata.put("compressor", zlib);
        metadata.put("fill_value", 0);
        metadata.put("order", "C");
        metadata.put("filters", null);
        return metadata;
    }

    /** Path of a chunk in the folder. */
    public String file(int column, int row) {
        return name + "/" + row + "." + column;
    }

    /**
     * The content of a chunk.
     *
     * @param cells the part of the array that it holds, row by row
     * @param columns of that part, fewer than a chunk has at the right edge
     * @param rows of it, fewer at the bottom edge
     */
    public byte[] encode(int[] cells, int columns, int rows) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(LEVEL);
        try (OutputStream out = new DeflaterOutputStream(content, deflater, 1 << 16)) {
            byte[] line = new byte[chunk * type.bytes];
            for (int row = 0; row < rows; row++) {
                put(cells, row * columns, columns, line);
                out.write(line);
            }
            // Chunks at the edges are as large as the others.
            for (int row = rows; row < chunk; row++) {
                out.write(new byte[line.length]);
            }
        } finally {
            deflater.end();
        }
        return content.toByteArray();
    }

    /**
     * Reads a chunk.
     *
     * @param columns of the part of the array that it holds
     * @param rows of it
     * @param into gets that part, row by row
     * @throws IOException if it is not there or not whole, with its path and the reason in one line
     */
    public void read(int chunkColumn, int chunkRow, int columns, int rows, int[] into) throws IOException {
        String file = file(chunkColumn, chunkRow);
        byte[] content = folder.read(file);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(content))) {
            byte[] line = new byte[chunk * type.bytes];
            for (int row = 0; row < chunk; row++) {
                if (in.readNBytes(line, 0, line.length) < line.length) {
                    throw new EOFException("it is too short");
                }
                if (row < rows) {
                    get(line, into, row * columns, columns);
                }
            }
            // Only at the end is the checksum compared.
            if (in.read() >= 0) {
                throw new ZipException("it is too long");
            }
        } catch (EOFException | ZipException e) {
            throw new IOException(
                    folder.file(file) + " is not a whole chunk of " + chunk + "x" + chunk + " numbers: "
                            + Store.reason(e),
                    e);
        }
    }

    private void put(int[] cells, int from, int n, byte[] line) {
        ByteBuffer numbers = ByteBuffer.wrap(line).order(ByteOrder.LITTLE_ENDIAN);
        switch (type) {
            case INT32 -> numbers.asIntBuffer().put(cells, from, n);
            case UINT16 -> {
                for (int i = 0; i < n; i++) {
                    numbers.putShort((short) cells[from + i]);
                }
            }
        }
    }

    private void get(byte[] line, int[] cells, int from, int n) {
        ByteBuffer numbers = ByteBuffer.wrap(line).order(ByteOrder.LITTLE_ENDIAN);
        switch (type) {
            case INT32 -> numbers.asIntBuffer().get(cells, from, n);
            case UINT16 -> {
                for (int i = 0; i < n; i++) {
                    cells[from + i] = Short.toUnsignedInt(numbers.getShort());
                }
            }
        }
    }
}
