package org.mandelspark.study;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.output.OutputFormat;
import org.mandelspark.study.RenderRequest.Target;
import org.mandelspark.workload.MatrixProduct;
import org.mandelspark.workload.MatrixSource;

/** Multiplies two matrices by blocks of rows. */
public final class MatmulJob extends ArrayJob {
    private final MatrixProduct product;

    /**
     * A job that has done nothing yet.
     *
     * @param product what is computed
     * @param request how, and what is written
     */
    public MatmulJob(MatrixProduct product, ArrayRequest request) {
        super(product, product.kernel(), request);
        this.product = product;
    }

    @Override
    SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of("a", text(product.a()), "b", text(product.b())));
    }

    @Override
    String sizeOptions() {
        return "the product of A (%s) and B (%s)".formatted(text(product.a()), text(product.b()));
    }

    @Override
    double[] arranged(double[] cells) {
        return cells;
    }

    @Override
    int fileRows() {
        return product.rows();
    }

    @Override
    int fileColumns() {
        return product.rowCells();
    }

    @Override
    void requirePicture(OutputFormat format) {
        throw new IllegalArgumentException(
                "a matrix is no picture: --out takes .npy for it and .json for the run record, not ."
                        + format.extension());
    }

    @Override
    void writePicture(Target target, double[] arranged, String checksum) {
        requirePicture(target.format());
    }

    @Override
    long besideBytes(Place place) {
        return place == Place.COMPUTES ? product.factorBytes() : 0;
    }

    @Override
    void load() {
        product.load();
    }

    private static String text(MatrixSource matrix) {
        return matrix.rows() + "x" + matrix.columns() + ", " + matrix.label();
    }
}
