package org.mandelspark.kernel;

import java.lang.reflect.Constructor;
import java.util.EnumMap;
import java.util.Map;
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

    /**
     * The kernel asked for; in place of {@code simd} on a JVM that cannot run it, {@code naive} and one warning.
     *
     * @param interior which work {@code simd} may leave out; the others never leave any out
     * @throws IllegalArgumentException if a vector width is forced that this machine does not have
     */
    public static EscapeKernel find(KernelKind kind, Interior interior) {
        return switch (kind) {
            case NAIVE -> new NaiveKernel();
            case ARRAY -> new ArrayKernel();
            case SIMD -> simd(interior);
        };
    }

    private static EscapeKernel simd(Interior interior) {
        if (SimdLookup.WRONG_WIDTH.isPresent()) {
            throw new IllegalArgumentException(SimdLookup.WRONG_WIDTH.get());
        }
        return Optional.ofNullable(SimdLookup.FOUND.get(interior)).orElseGet(NaiveKernel::new);
    }

    /** Runs on first use of {@code simd}, so that the warning appears at most once and only to whom it concerns. */
    private static final class SimdLookup {
        static final Map<Interior, EscapeKernel> FOUND = new EnumMap<>(Interior.class);
        static final Optional<String> WRONG_WIDTH = load();

        /** Fills the map, or leaves it empty with a warning; returns what is wrong with a forced width. */
        private static Optional<String> load() {
            if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
                warn("the module " + VECTOR_MODULE + " is not there, start java with --add-modules=" + VECTOR_MODULE);
                return Optional.empty();
            }
            try {
                Constructor<? extends EscapeKernel> simd = Class.forName(SIMD_KERNEL)
                        .asSubclass(EscapeKernel.class)
                        .getDeclaredConstructor(Interior.class);
                for (Interior interior : Interior.values()) {
                    FOUND.put(interior, simd.newInstance(interior));
                }
            } catch (ReflectiveOperationException | LinkageError e) {
                Throwable cause = e;
                while (cause.getCause() != null) {
                    cause = cause.getCause();
                }
                if (cause instanceof IllegalArgumentException) {
                    return Optional.of(cause.getMessage());
                }
                warn(cause.toString());
            }
            return Optional.empty();
        }

        private static void warn(String why) {
            Logger log = LoggerFactory.getLogger(Kernels.class);
            log.warn("kernel simd falls back to naive, with the same pixels but slower: {}", why);
        }
    }
}
