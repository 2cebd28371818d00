package org.mandelspark.workload;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.Serializable;

/**
 * A matrix of doubles that is made or read where it is needed; only its description travels, and equals its copies.
 *
 * <p>In files its {@code source} says which kind it is. Kinds that read files are registered by who writes them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "source")
@JsonSubTypes(@JsonSubTypes.Type(value = SeededMatrix.class, name = "seed"))
public interface MatrixSource extends Serializable {
    /** Number of rows, at least 1. */
    int rows();

    /** Number of columns, at least 1. */
    int columns();

    /**
     * All cells, row-major, in a new array; the same wherever it is called.
     *
     * @throws IllegalArgumentException if the matrix cannot be had, with the reason for people
     */
    double[] cells();

    /** Origin of the matrix, for summaries and run records. */
    String label();
}
