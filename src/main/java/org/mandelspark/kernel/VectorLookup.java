package org.mandelspark.kernel;

import java.lang.reflect.Constructor;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a class that needs the Vector API by its name, and only where that can be had: the API lives in an incubator
 * module that must be asked for on the java line.
 *
 * @param <K> what the class is to its callers
 */
final class VectorLookup<K> {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    /** The class whose loading shows whether there are vectors of a width that this project can use. */
    private static final String SHAPE = "org.mandelspark.kernel.SimdShape";

    private final Optional<Constructor<? extends K>> found;
    private final Optional<String> wrongWidth;

    private VectorLookup(Optional<Constructor<? extends K>> found, Optional<String> wrongWidth) {
        this.found = found;
        this.wrongWidth = wrongWidth;
    }

    /**
     * Looks once; where it finds nothing it warns once, so callers keep the answer.
     *
     * @param instead what is taken then, for the warning
     * @param parameters of the constructor
     */
    static <K> VectorLookup<K> of(String className, Class<K> type, String instead, Class<?>... parameters) {
        Logger log = LoggerFactory.getLogger(type);
        String warning = "kernel simd falls back to " + instead + ", with the same bits but slower: {}";
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            log.warn(
                    warning,
                    "the module " + VECTOR_MODULE + " is not there, start java with --add-modules=" + VECTOR_MODULE);
            return new VectorLookup<>(Optional.empty(), Optional.empty());
        }
        try {
            Class.forName(SHAPE);
            return new VectorLookup<>(
                    Optional.of(Class.forName(className).asSubclass(type).getDeclaredConstructor(parameters)),
                    Optional.empty());
        } catch (ReflectiveOperationException | LinkageError e) {
            Throwable cause = rootCause(e);
            if (cause instanceof IllegalArgumentException) {
                return new VectorLookup<>(Optional.empty(), Optional.of(cause.getMessage()));
            }
            log.warn(warning, cause.toString());
            return new VectorLookup<>(Optional.empty(), Optional.empty());
        }
    }

    /**
     * An instance, where there can be one.
     *
     * @throws IllegalArgumentException if a vector width is forced that this machine does not have
     */
    Optional<K> make(Object... arguments) {
        if (wrongWidth.isPresent()) {
            throw new IllegalArgumentException(wrongWidth.get());
        }
        return found.map(constructor -> {
            try {
                return constructor.newInstance(arguments);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(constructor.getName() + " cannot be made: " + rootCause(e), e);
            }
        });
    }

    private static Throwable rootCause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
