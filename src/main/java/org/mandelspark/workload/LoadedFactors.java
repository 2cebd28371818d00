package org.mandelspark.workload;

import java.lang.ref.SoftReference;
import java.util.UUID;
import org.mandelspark.kernel.MatrixKernel;
import org.mandelspark.kernel.MatrixKernels;

/**
 * The factors of the product that this JVM works on, in the form that its kernel reads: loaded once, for all tasks.
 *
 * <p>This is the one place with static state that changes. Spark deserialises a workload anew for each task, so nothing
 * that a workload holds outlives a task; what tasks of an executor share can only hang on a class. It is a memory of a
 * pure function's last result: nothing depends on it but time, another product displaces it, and it is softly held, so
 * that a heap that runs full gets it back.
 */
final class LoadedFactors {
    private static SoftReference<LoadedFactors> latest = new SoftReference<>(null);

    private final UUID run;
    private final double[] a;
    private final MatrixKernel kernel;

    private LoadedFactors(MatrixProduct product) {
        this.run = product.run();
        this.kernel = MatrixKernels.find(
                product.kernel(),
                product.b().cells(),
                product.b().rows(),
                product.b().columns());
        this.a = product.a().cells();
    }

    /** The factors of a product; the first caller loads them, and others wait meanwhile. */
    static synchronized LoadedFactors of(MatrixProduct product) {
        LoadedFactors held = latest.get();
        if (held == null || !held.run.equals(product.run())) {
            // Let go of the last product before the next is loaded: there may be no room for both.
            latest.clear();
            held = new LoadedFactors(product);
            latest = new SoftReference<>(held);
        }
        return held;
    }

    /** A, row-major. */
    double[] a() {
        return a;
    }

    /** What multiplies by B. */
    MatrixKernel kernel() {
        return kernel;
    }
}
