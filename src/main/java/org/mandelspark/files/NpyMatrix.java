package org.mandelspark.files;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.mandelspark.grid.PlainText;
import org.mandelspark.workload.MatrixSource;

/**
 * A matrix in an .npy file that every machine can open: on a cluster, a path of a shared file system.
 *
 * @param label the path as it was given
 * @param path the same, absolute if it is of this machine
 * @param rows at least 1
 * @param columns at least 1
 */
public record NpyMatrix(
        @JsonProperty("path") String label,
        @JsonIgnore String path,
        @JsonProperty("rows") int rows,
        @JsonProperty("columns") int columns)
        implements MatrixSource {
    private static final int LONGEST_PATH = 1000;

    /** The matrix of a run's file: as it was described; nothing is read before its cells are asked for. */
    @JsonCreator
    static NpyMatrix described(
            @JsonProperty(value = "path", required = true) String path,
            @JsonProperty(value = "rows", required = true) int rows,
            @JsonProperty(value = "columns", required = true) int columns) {
        if (path.length() > LONGEST_PATH) {
            throw new IllegalArgumentException("the 'path' of a matrix has %d characters, at most %d are allowed"
                    .formatted(path.length(), LONGEST_PATH));
        }
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("a matrix is at least 1x1, not " + rows + "x" + columns);
        }
        String visible = PlainText.visible(path);
        return new NpyMatrix(visible, visible, rows, columns);
    }

    /**
     * The matrix of a file, of which only the header is read for now.
     *
     * @param path as for {@link OutputFile#of}
     * @throws IllegalArgumentException if it cannot be read or is not a float64 matrix, with the reason for people
     */
    public static NpyMatrix of(String path) {
        String absolute = Store.of(path) instanceof LocalStore local ? "file:" + local.file() : path;
        return read(absolute, path, reader -> new NpyMatrix(path, absolute, reader.rows(), reader.columns()));
    }

    /** Compares by what was typed, whatever the current folder. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NpyMatrix matrix
                && label.equals(matrix.label)
                && rows == matrix.rows
                && columns == matrix.columns;
    }

    @Override
    public int hashCode() {
        return label.hashCode();
    }

    @Override
    public double[] cells() {
        return read(path, label, reader -> {
            if (reader.rows() != rows || reader.columns() != columns) {
                throw new IllegalArgumentException("%s was %dx%d and is now %dx%d"
                        .formatted(label, rows, columns, reader.rows(), reader.columns()));
            }
            return reader.cells();
        });
    }

    private static <T> T read(String path, String label, Reading<T> reading) {
        try (InputStream in = new BufferedInputStream(Store.of(path).open())) {
            return reading.of(new NpyReader(in, label));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + label + ": " + Store.reason(e), e);
        }
    }

    /** A way to read a file. */
    private interface Reading<T> {
        T of(NpyReader reader) throws IOException;
    }
}
