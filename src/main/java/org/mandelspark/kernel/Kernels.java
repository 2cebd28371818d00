package org.mandelspark.kernel;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lookup that decides once per JVM whether the Vector API can be used, and says what to pass when it cannot.
 *
 * <p>The API lives in an incubator module that must be asked for on the java line. Callers see one interface and never
 * a species or a mask, so the classes that name the module are loaded by name, and only when it is there.
 */
public final class Kernels {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final String SIMD_KERNEL = "org.mandelspark.kernel.SimdKernel";

    private Kernels() {}

    /** The kernel asked for; in place of {@code simd} on a JVM that cannot run it, {@code naive} and one warning. */
    public static EscapeKernel find(KernelKind kind) {
        return switch (kind) {
            case NAIVE -> new NaiveKernel();
            case ARRAY -> new ArrayKernel();
            case SIMD -> SimdLookup.FOUND.orElseGet(NaiveKernel::new);
        };
    }

    /** Runs on first use of {@code simd}, so that the warning appears at most once and only to whom it concerns. */
    private static final class SimdLookup {
        static final Optional<EscapeKernel> FOUND = load();

        private static Optional<EscapeKernel> load() {
            if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
                return fallBack("the module " + VECTOR_MODULE + " is not there, start java with --add-modules="
                        + VECTOR_MODULE);
            }
            try {
                return Optional.of(Class.forName(SIMD_KERNEL)
                        .asSubclass(EscapeKernel.class)
                        .getDeclaredConstructor()
                        .newInstance());
            } catch (ReflectiveOperationException | LinkageError e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                return fallBack(cause.toString());
            }
        }

        private static Optional<EscapeKernel> fallBack(String why) {
            Logger log = LoggerFactory.getLogger(Kernels.class);
            log.warn("kernel simd falls back to naive, with the same pixels but slower: {}", why);
            return Optional.empty();
        }
    }
}
