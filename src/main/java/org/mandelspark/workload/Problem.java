package org.mandelspark.workload;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;

/**
 * The problem that is computed, whatever computes it. Two problems are equal if they have the same name and the same
 * answer.
 *
 * <p>In files it is an object whose {@code workload} says which kind it is, and whose other keys are named after the
 * options of the command line.
 *
 * @param <A> the array that holds the cells of its answer
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "workload")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlaneProblem.class, name = PlaneProblem.WORKLOAD),
    @JsonSubTypes.Type(value = GaussProblem.class, name = GaussProblem.WORKLOAD),
    @JsonSubTypes.Type(value = ProductProblem.class, name = ProductProblem.WORKLOAD),
    @JsonSubTypes.Type(value = Noise.class, name = Noise.WORKLOAD)
})
@JsonAutoDetect(
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE,
        fieldVisibility = JsonAutoDetect.Visibility.NONE)
public sealed interface Problem<A> permits PlaneProblem, GaussProblem, ProductProblem, Noise {
    /** Name that people use for it. */
    String name();

    /** The name with its kind, such as {@code view mojo}. */
    default String title() {
        return name();
    }

    /** Units of work, at least 1. */
    int rows();

    /** Cells in each, at least 1. */
    int rowCells();

    /** Description of all that in a few words, such as {@code view mojo, 4096x4096, at most 1,000 iterations}. */
    String describe();

    /** The same problem under a name that follows from what decides its answer. */
    default Problem<A> unnamed() {
        return this;
    }

    /** The description in as few words as a heading has room for. */
    default String caption() {
        return describe();
    }

    /** The description as lines of a key and a value, in the order in which they are shown. */
    default Map<String, String> details() {
        return Map.of("workload", describe());
    }

    /** Meaning of the number of a row, for axes. */
    default String rowLabel() {
        return "row";
    }

    /** Content of an array of cells, such as {@code counts}. */
    default String cellLabel() {
        return "array";
    }

    /** The view that it is, if it is one. */
    default Optional<View> shown() {
        return Optional.empty();
    }

    /** The kind of picture that its answer makes. */
    Imagery imagery();

    /** Kinds of pictures. */
    enum Imagery {
        /** Escape counts of a view, in the colours of a palette. */
        COUNTS,
        /** Escape counts that are proved, in the same colours. */
        EXACT_COUNTS,
        /** Densities, in grey. */
        DENSITIES,
        /** No picture. */
        NONE
    }

    /** Texts in the metadata of a picture, by keyword. */
    default Map<String, String> pictureTexts() {
        return Map.of();
    }

    /** Rows of the answer as a file holds it. */
    default int fileRows() {
        return rows();
    }

    /** Columns of the answer as a file holds it. */
    default int fileColumns() {
        return rowCells();
    }

    /**
     * Requires that a kernel may leave out this work.
     *
     * @throws IllegalArgumentException if there is nothing in this problem that it could leave out
     */
    default void requireInterior(Interior interior) {
        interior.requireNoneFor(name());
    }

    /**
     * Requires that a kernel computes such cells.
     *
     * @throws IllegalArgumentException if it does not
     */
    default void requireKernel(KernelKind kernel) {
        if (!KernelKind.ofDoubles().contains(kernel)) {
            throw kernel.onlyExact();
        }
    }

    /** The plain kernel with which others are compared. */
    default KernelKind baseline() {
        return KernelKind.NAIVE;
    }

    /**
     * The rows to compute.
     *
     * @param kernel what computes them; every kernel gives the same
     * @param interior which work it may leave out
     * @throws IllegalArgumentException as {@link #requireInterior}
     */
    Workload<A> workload(KernelKind kernel, Interior interior);

    /**
     * A problem of so many times as much work, for weak scaling: more rows that cost as much each, or more pixels of
     * the same picture.
     *
     * @throws IllegalArgumentException if there is none, or if it has more cells than an array holds
     */
    Problem<A> times(int factor);

    /** The options that decide how large the work is, for messages. */
    String sizeOptions();

    /** Cause of more work for a cell, for advice. */
    String moreWork();

    /** Heap besides the array of cells in a process that computes rows, in bytes. */
    default long computingBytes() {
        return 0;
    }

    /** Heap besides the array while its cells are brought into the order of files, in bytes. */
    default long arrangingBytes() {
        return 0;
    }

    /**
     * Total number of iterations, or a little more than {@code most} if it is more than that: it need not be counted
     * any further.
     */
    double iterations(double most);

    /**
     * Speeds of kernels in a JVM that has just started, from the one that is soonest warm to the one that is latest,
     * which is {@code simd}.
     */
    List<ColdSpeed> coldSpeeds();

    /** True if {@code simd} is faster than the other kernels on this JVM, once it is warm. */
    boolean hasSimd();
}
