package org.mandelspark.output;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.mandelspark.workload.MatrixSource;

/**
 * A matrix in an .npy file that every machine can open: on a cluster, a path of a shared file system.
 *
 * @param label the path as it was given
 * @param path the same, absolute if it is of this machine
 * @param rows at least 1
 * @param columns at least 1
 */
public record NpyMatrix(String label, String path, int rows, int columns) implements MatrixSource {
    /**
     * The matrix of a file, of which only the header is read for now.
     *
     * @param path as for {@link OutputFile#of}
     * @throws IllegalArgumentException if it cannot be read or is no float64 matrix, with the reason for people
     */
    public static NpyMatrix of(String path) {
        String absolute = Store.of(path) instanceof LocalStore local ? "file:" + local.file() : path;
        return read(absolute, path, reader -> new NpyMatrix(path, absolute, reader.rows(), reader.columns()));
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

    /** What is wanted of a file. */
    private interface Reading<T> {
        T of(NpyReader reader) throws IOException;
    }
}
