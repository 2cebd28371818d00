package org.mandelspark.kernel;

import java.lang.reflect.Constructor;
import java.util.Optional;
import org.mandelspark.grid.Formula;
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
     * @param formula what it iterates
     * @param kind which one
     * @param interior which work {@code simd} may leave out; the others never leave any out
     * @throws IllegalArgumentException if a vector width is forced that this machine does not have, or if the formula
     *     has no closed form and that is asked for
     */
    public static EscapeKernel find(Formula formula, KernelKind kind, Interior interior) {
        interior.requireFor(formula);
        return switch (kind) {
            case NAIVE -> new NaiveKernel(formula);
            case ARRAY -> new ArrayKernel(formula);
            case SIMD -> simd(formula, interior);
        };
    }

    private static EscapeKernel simd(Formula formula, Interior interior) {
        if (SimdLookup.WRONG_WIDTH.isPresent()) {
            throw new IllegalArgumentException(SimdLookup.WRONG_WIDTH.get());
        }
        return SimdLookup.FOUND.isPresent() ? make(formula, interior) : new NaiveKernel(formula);
    }

    private static EscapeKernel make(Formula formula, Interior interior) {
        try {
            return SimdLookup.FOUND.get().newInstance(formula, interior);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("what could be made once cannot be made again", e);
        }
    }

    /** Runs on first use of {@code simd}, so that the warning appears at most once and only to whom it concerns. */
    private static final class SimdLookup {
        static final Optional<Constructor<? extends EscapeKernel>> FOUND;

        /** What is wrong with a forced width, if anything. */
        static final Optional<String> WRONG_WIDTH;

        static {
            Optional<Constructor<? extends EscapeKernel>> found = Optional.empty();
            Optional<String> wrongWidth = Optional.empty();
            if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
                warn("the module " + VECTOR_MODULE + " is not there, start java with --add-modules=" + VECTOR_MODULE);
            } else {
                try {
                    found = Optional.of(load());
                } catch (ReflectiveOperationException | LinkageError e) {
                    Throwable cause = rootCause(e);
                    if (cause instanceof IllegalArgumentException) {
                        wrongWidth = Optional.of(cause.getMessage());
                    } else {
                        warn(cause.toString());
                    }
                }
            }
            FOUND = found;
            WRONG_WIDTH = wrongWidth;
        }

        /** The constructor, which has worked once. */
        private static Constructor<? extends EscapeKernel> load() throws ReflectiveOperationException {
            Constructor<? extends EscapeKernel> simd = Class.forName(SIMD_KERNEL)
                    .asSubclass(EscapeKernel.class)
                    .getDeclaredConstructor(Formula.class, Interior.class);
            simd.newInstance(new Formula.Mandelbrot(), Interior.NONE);
            return simd;
        }

        private static Throwable rootCause(Throwable e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause;
        }

        private static void warn(String why) {
            Logger log = LoggerFactory.getLogger(Kernels.class);
            log.warn("kernel simd falls back to naive, with the same pixels but slower: {}", why);
        }
    }
}
