package org.mandelspark.kernel;

/**
 * The columns between which a row has its points with |z₀|² ≤ 4: the others, which are half of a view of a whole set
 * with some room around it, have the count 0 and need no vectors.
 *
 * <p>Where columns are in order, |x| falls and rises again, so the points inside are neighbours, and those at the ends
 * are found by bisection. That holds as computed, because rounding keeps order. Columns in no order count as inside.
 */
final class InsideColumns {
    private final double[] squares;
    private final int nearest;
    private final boolean ordered;
    private int from;
    private int to;

    /** Columns by their real parts. */
    InsideColumns(double[] x) {
        squares = new double[x.length];
        int least = 0;
        for (int i = 0; i < x.length; i++) {
            squares[i] = x[i] * x[i];
            if (squares[i] < squares[least]) {
                least = i;
            }
        }
        nearest = least;
        ordered = fallAndRise();
    }

    /** Finds the columns of a row by its imaginary part. */
    void move(double y) {
        double square = y * y;
        from = 0;
        to = squares.length;
        if (!ordered || to == 0) {
            return;
        }
        if (isOutside(nearest, square)) {
            from = to;
            return;
        }
        if (isOutside(0, square)) {
            int inside = nearest;
            while (from < inside) {
                int middle = (from + inside) >>> 1;
                if (isOutside(middle, square)) {
                    from = middle + 1;
                } else {
                    inside = middle;
                }
            }
        }
        if (isOutside(to - 1, square)) {
            int inside = nearest;
            while (inside < to - 1) {
                int middle = (inside + to) >>> 1;
                if (isOutside(middle, square)) {
                    to = middle;
                } else {
                    inside = middle;
                }
            }
        }
    }

    /** The first column. */
    int from() {
        return from;
    }

    /** The column after the last one. */
    int to() {
        return to;
    }

    private boolean isOutside(int i, double square) {
        return squares[i] + square > 4;
    }

    private boolean fallAndRise() {
        for (int i = 1; i < squares.length; i++) {
            boolean inOrder = i <= nearest ? squares[i] <= squares[i - 1] : squares[i] >= squares[i - 1];
            if (!inOrder) {
                return false;
            }
        }
        return true;
    }
}
