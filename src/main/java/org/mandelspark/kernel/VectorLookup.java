package org.mandelspark.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides, once per JVM, if loops of the Vector API can be used here and are faster than plain ones; it finds their
 * classes by name, because the API lives in an incubator module that the java line must ask for.
 *
 * <p>Vector code is fast only where C2 compiles it: C1 and the interpreter execute each operation as a call that
 * allocates its result, some hundred times slower than a plain loop. The same holds for a vector fma without an
 * instruction for it, which computes each lane by BigDecimal. A width that {@link #BITS_PROPERTY} forces is taken
 * whatever the JVM: tests prove that every width has the same bits everywhere.
 *
 * @param <K> the type that callers see
 */
final class VectorLookup<K> {
    /** Forces a width in bits, for tests: 64 (one lane), 128, 256 or 512, also wider than this machine has. */
    static final String BITS_PROPERTY = "mandelspark.simd.bits";

    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    /** The class that loads only if there are vectors of a width that this project can use. */
    private static final String SHAPE = "org.mandelspark.kernel.SimdShape";

    /** Need for a fused multiply-add, whose single rounding is part of some answers. */
    enum Fma {
        /** The answer is defined by it, so the loops cannot work without it. */
        REQUIRED,
        /** A product and a sum have the same bits, or a bound allows either. */
        REPLACEABLE
    }

    private final Optional<Constructor<? extends K>> found;
    private final Optional<String> wrongWidth;
    private final Optional<String> warning;
    private boolean hasWarned;

    private VectorLookup(
            Optional<Constructor<? extends K>> found, Optional<String> wrongWidth, Optional<String> warning) {
        this.found = found;
        this.wrongWidth = wrongWidth;
        this.warning = warning;
    }

    /**
     * Looks for a class whose loops are vectors.
     *
     * @param instead the kernel that is taken where there are none, for the warning
     * @param fma how much the loops need a fused multiply-add
     * @param parameters of the constructor
     */
    static <K> VectorLookup<K> of(String className, Class<K> type, String instead, Fma fma, Class<?>... parameters) {
        Optional<String> obstacle = obstacle(fma);
        if (obstacle.isPresent()) {
            return none(instead, obstacle.get());
        }
        try {
            Class.forName(SHAPE);
            return new VectorLookup<>(
                    Optional.of(Class.forName(className).asSubclass(type).getDeclaredConstructor(parameters)),
                    Optional.empty(),
                    Optional.empty());
        } catch (ReflectiveOperationException | LinkageError e) {
            Throwable cause = rootCause(e);
            return cause instanceof IllegalArgumentException
                    ? new VectorLookup<>(Optional.empty(), Optional.of(cause.getMessage()), Optional.empty())
                    : none(instead, cause.getMessage());
        }
    }

    private static <K> VectorLookup<K> none(String instead, String why) {
        return new VectorLookup<>(
                Optional.empty(),
                Optional.empty(),
                Optional.of("kernel simd falls back to " + instead + ", with the same bits but slower: " + why));
    }

    /** True if vector loops are there and faster than plain ones; never warns. */
    boolean isFast() {
        return found.isPresent();
    }

    /**
     * An instance; nothing, and a warning at the first call, where there cannot be one.
     *
     * @throws IllegalArgumentException if a width is forced that does not exist
     */
    Optional<K> make(Object... arguments) {
        if (wrongWidth.isPresent()) {
            throw new IllegalArgumentException(wrongWidth.get());
        }
        warn();
        return found.map(constructor -> {
            try {
                return constructor.newInstance(arguments);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(constructor.getName() + " cannot be made: " + rootCause(e), e);
            }
        });
    }

    private synchronized void warn() {
        if (warning.isPresent() && !hasWarned) {
            hasWarned = true;
            Logger log = LoggerFactory.getLogger(VectorLookup.class);
            log.warn(warning.get());
        }
    }

    /** Names what stands in the way, with the switch that does or the one that helps. */
    private static Optional<String> obstacle(Fma fma) {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            return Optional.of(
                    "the module " + VECTOR_MODULE + " is not there, start java with --add-modules=" + VECTOR_MODULE);
        }
        if (isForced()) {
            return Optional.empty();
        }
        String mode = System.getProperty("java.vm.info", "").toLowerCase(Locale.ROOT);
        if (mode.contains("interpreted")) {
            return Optional.of("this JVM only interprets, start java without -Xint");
        }
        if (mode.contains("emulated-client")) {
            return Optional.of("this JVM compiles by C1 only, start java without -XX:TieredStopAtLevel");
        }
        return fma == Fma.REQUIRED && !hasFma()
                ? Optional.of("this JVM has no instruction for a fused multiply-add (-XX:-UseFMA, or a processor"
                        + " without it)")
                : Optional.empty();
    }

    /** True if a width is forced. */
    static boolean isForced() {
        return System.getProperty(BITS_PROPERTY) != null;
    }

    /** True if a fused multiply-add is an instruction here, and where the JVM does not say. */
    static boolean hasFma() {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        try {
            return jvm == null || Boolean.parseBoolean(jvm.getVMOption("UseFMA").getValue());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static Throwable rootCause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
