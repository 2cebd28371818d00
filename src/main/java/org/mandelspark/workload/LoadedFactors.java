package org.mandelspark.workload;

import java.lang.ref.SoftReference;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.MatrixKernel;
import org.mandelspark.kernel.MatrixKernels;

/**
 * The factors of the product that this JVM works on, in the form that its kernels read: loaded once, for all tasks.
 *
 * <p>This is the one place with static state that changes. Spark deserialises a workload anew for each task, so nothing
 * that a workload holds outlives a task; what tasks of an executor share can only hang on a class. It is a memory of a
 * pure function's last result: only time depends on it, another product displaces it, and it is softly held, so
 * that a heap that runs full gets it back.
 */
final class LoadedFactors {
    private static SoftReference<LoadedFactors> latest = new SoftReference<>(null);

    private final Key key;
    private final double[] a;
    private final double[] b;
    private final Map<KernelKind, MatrixKernel> kernels = new EnumMap<>(KernelKind.class);

    private LoadedFactors(Key key) {
        this.key = key;
        this.b = key.b().cells();
        this.a = key.a().cells();
    }

    /** The factors of a product; the first caller loads them, and others wait meanwhile. */
    static synchronized LoadedFactors of(MatrixProduct product) {
        Key key = new Key(product.run(), product.a(), product.b());
        LoadedFactors held = latest.get();
        if (held == null || !held.key.equals(key)) {
            // Let go of the last product before the next is loaded: there may be no room for both.
            latest.clear();
            held = new LoadedFactors(key);
            latest = new SoftReference<>(held);
        }
        return held;
    }

    /** A, row-major. */
    double[] a() {
        return a;
    }

    /** The kernel that multiplies by B, in the form that it reads; the first caller makes it. */
    synchronized MatrixKernel kernel(KernelKind kind) {
        return kernels.computeIfAbsent(
                kind,
                wanted -> MatrixKernels.find(wanted, b, key.b().rows(), key.b().columns()));
    }

    /** Key of the factors: the run that owns them, and their sources. */
    private record Key(UUID run, MatrixSource a, MatrixSource b) {}
}
