package org.mandelspark.grid;

import java.io.Serializable;
import java.math.BigDecimal;

/** The sample points of a picture as exact numbers. Row 0 is the lowest. */
public sealed interface ExactGrid extends Serializable permits DeepGrid, ExactLinspace {
    /** Columns and rows. */
    Size size();

    /** The point in the middle, or near it, from which others are measured. */
    ExactPoint centre();

    /** Real part of the points of a column. */
    BigDecimal re(int column);

    /** Imaginary part of the points of a row. */
    BigDecimal im(int row);

    /** Real parts of n columns from a first one on, rounded to doubles; off by a few roundings where that is cheaper. */
    double[] roundedRe(int first, int n);

    /** Imaginary part of a row, rounded likewise. */
    double roundedIm(int row);

    /** Points of the same part of the plane by fewer columns and rows, for previews and estimates. */
    ExactGrid coarse(Size fewer);

    /** Description for people. */
    String describe();
}
