package org.mandelspark.kernel;

import static org.mandelspark.kernel.SimdShape.DOUBLES;
import static org.mandelspark.kernel.SimdShape.LANES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * Vector API lanes across the columns of C, with the blocking of K. Goto and R. van de Geijn (Anatomy of
 * high-performance matrix multiplication, 2008).
 *
 * <p>A tile of C, {@value #TILE_ROWS} rows of {@value #TILE_VECTORS} vectors, stays in registers while k runs: twelve
 * sums, enough to hide the latency of fma on two units, which with two vectors of B and one cell of A leave one of AVX2's
 * sixteen registers free. B is packed once into panels of a tile's width, cut at every {@link #BLOCK_DEPTH} rows, so that
 * the 24 kB that a column of tiles reads lie one after the other and stay in the first-level cache while the rows of A,
 * whose block stays in the second, pass by. Tiles that stick out of C are computed beside it, with zeros for the missing
 * columns of B and the last row of A for missing rows.
 *
 * <p>Shapes tried on one core of Zen 3 (54 Gflop/s at 3.4 GHz), in Gflop/s on JDK 25 and 17: 4 rows of 3 vectors 19 and
 * 35, 3 of 3 37 and 31, 4 of 2 37 and 31, 5 of 2 38 and 31, 2 of 4 28 and 19, 3 of 4 18 and 18; 6 of 2 42 and 32 with the
 * place in B counted along, but 39 and 19 with it multiplied out: sixteen registers are all in use, and what the compiler
 * adds decides whether it spills.
 */
final class SimdMatrixKernel implements MatrixKernel {
    private static final int TILE_ROWS = 6;
    private static final int TILE_VECTORS = 2;

    /** Columns of a tile and of a panel. */
    private static final int PANEL = TILE_VECTORS * LANES;

    /** Rows of B in a block: a panel of them takes 24 kB, whatever the vectors. */
    private static final int BLOCK_DEPTH = 1536 / LANES;

    private final int depth;
    private final int columns;
    private final int panels;

    /** B, block by block, in a block panel by panel, in a panel row by row. */
    private final double[] packed;

    /** Fails as {@link SimdShape} does where vectors cannot be had. */
    SimdMatrixKernel(double[] b, int depth, int columns) {
        this.depth = depth;
        this.columns = columns;
        this.panels = (columns - 1) / PANEL + 1;
        this.packed = new double[Math.multiplyExact(Math.multiplyExact(depth, panels), PANEL)];
        int to = 0;
        for (int first = 0; first < depth; first += BLOCK_DEPTH) {
            int end = Math.min(depth, first + BLOCK_DEPTH);
            for (int column = 0; column < columns; column += PANEL) {
                int width = Math.min(PANEL, columns - column);
                for (int k = first; k < end; k++) {
                    System.arraycopy(b, k * columns + column, packed, to, width);
                    to += PANEL;
                }
            }
        }
    }

    @Override
    public long multiply(double[] a, int[] aStarts, double[] c, int[] cStarts) {
        for (int start : cStarts) {
            Arrays.fill(c, start, start + columns, 0);
        }
        Rows rows = new Rows(a, aStarts, c, cStarts);
        for (int first = 0; first < depth; first += BLOCK_DEPTH) {
            int block = Math.min(BLOCK_DEPTH, depth - first);
            for (int panel = 0; panel < panels; panel++) {
                rows.add(first, block, (first * panels + panel * block) * PANEL, panel * PANEL);
            }
        }
        return (long) rows.padded() * depth * panels * PANEL;
    }

    @Override
    public String description() {
        return "simd (" + TILE_ROWS + " rows × " + TILE_VECTORS + " × " + SimdShape.bits() + " bits)";
    }

    /** Rows of one call. */
    private final class Rows {
        private final double[] a;
        private final int[] aStarts;
        private final double[] c;
        private final int[] cStarts;
        private final double[] beside = new double[TILE_ROWS * PANEL];
        private final int[] besideStarts = new int[TILE_ROWS];

        Rows(double[] a, int[] aStarts, double[] c, int[] cStarts) {
            int whole = (aStarts.length + TILE_ROWS - 1) / TILE_ROWS * TILE_ROWS;
            this.a = a;
            this.aStarts = Arrays.copyOf(aStarts, whole);
            Arrays.fill(this.aStarts, aStarts.length, whole, aStarts[aStarts.length - 1]);
            this.c = c;
            this.cStarts = cStarts;
            Arrays.setAll(besideStarts, k -> k * PANEL);
        }

        int padded() {
            return aStarts.length;
        }

        /** Adds the terms of a block to the columns of a panel, which lies {@code from} in {@code packed}. */
        void add(int first, int block, int from, int column) {
            for (int i = 0; i < cStarts.length; i += TILE_ROWS) {
                if (i + TILE_ROWS <= cStarts.length && column + PANEL <= columns) {
                    tile(a, aStarts, i, first, packed, from, block, c, cStarts, i, column);
                } else {
                    addBeside(i, first, block, from, column);
                }
            }
        }

        private void addBeside(int i, int first, int block, int from, int column) {
            int height = Math.min(TILE_ROWS, cStarts.length - i);
            int width = Math.min(PANEL, columns - column);
            for (int k = 0; k < height; k++) {
                System.arraycopy(c, cStarts[i + k] + column, beside, besideStarts[k], width);
            }
            tile(a, aStarts, i, first, packed, from, block, beside, besideStarts, 0, 0);
            for (int k = 0; k < height; k++) {
                System.arraycopy(beside, besideStarts[k], c, cStarts[i + k] + column, width);
            }
        }
    }

    /** Adds {@code depth} terms to a tile: the rows {@code aRow …} of A, from {@code first} on, to {@code cRow …} of C. */
    private static void tile(
            double[] a,
            int[] aStarts,
            int aRow,
            int first,
            double[] b,
            int from,
            int depth,
            double[] c,
            int[] cStarts,
            int cRow,
            int column) {
        int a0 = aStarts[aRow] + first;
        int a1 = aStarts[aRow + 1] + first;
        int a2 = aStarts[aRow + 2] + first;
        int a3 = aStarts[aRow + 3] + first;
        int a4 = aStarts[aRow + 4] + first;
        int a5 = aStarts[aRow + 5] + first;
        int c0 = cStarts[cRow] + column;
        int c1 = cStarts[cRow + 1] + column;
        int c2 = cStarts[cRow + 2] + column;
        int c3 = cStarts[cRow + 3] + column;
        int c4 = cStarts[cRow + 4] + column;
        int c5 = cStarts[cRow + 5] + column;
        DoubleVector s00 = DoubleVector.fromArray(DOUBLES, c, c0);
        DoubleVector s01 = DoubleVector.fromArray(DOUBLES, c, c0 + LANES);
        DoubleVector s10 = DoubleVector.fromArray(DOUBLES, c, c1);
        DoubleVector s11 = DoubleVector.fromArray(DOUBLES, c, c1 + LANES);
        DoubleVector s20 = DoubleVector.fromArray(DOUBLES, c, c2);
        DoubleVector s21 = DoubleVector.fromArray(DOUBLES, c, c2 + LANES);
        DoubleVector s30 = DoubleVector.fromArray(DOUBLES, c, c3);
        DoubleVector s31 = DoubleVector.fromArray(DOUBLES, c, c3 + LANES);
        DoubleVector s40 = DoubleVector.fromArray(DOUBLES, c, c4);
        DoubleVector s41 = DoubleVector.fromArray(DOUBLES, c, c4 + LANES);
        DoubleVector s50 = DoubleVector.fromArray(DOUBLES, c, c5);
        DoubleVector s51 = DoubleVector.fromArray(DOUBLES, c, c5 + LANES);
        int at = from;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(DOUBLES, b, at);
            DoubleVector b1 = DoubleVector.fromArray(DOUBLES, b, at + LANES);
            DoubleVector f0 = DoubleVector.broadcast(DOUBLES, a[a0 + k]);
            s00 = f0.fma(b0, s00);
            s01 = f0.fma(b1, s01);
            DoubleVector f1 = DoubleVector.broadcast(DOUBLES, a[a1 + k]);
            s10 = f1.fma(b0, s10);
            s11 = f1.fma(b1, s11);
            DoubleVector f2 = DoubleVector.broadcast(DOUBLES, a[a2 + k]);
            s20 = f2.fma(b0, s20);
            s21 = f2.fma(b1, s21);
            DoubleVector f3 = DoubleVector.broadcast(DOUBLES, a[a3 + k]);
            s30 = f3.fma(b0, s30);
            s31 = f3.fma(b1, s31);
            DoubleVector f4 = DoubleVector.broadcast(DOUBLES, a[a4 + k]);
            s40 = f4.fma(b0, s40);
            s41 = f4.fma(b1, s41);
            DoubleVector f5 = DoubleVector.broadcast(DOUBLES, a[a5 + k]);
            s50 = f5.fma(b0, s50);
            s51 = f5.fma(b1, s51);
            at += PANEL;
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + LANES);
        s50.intoArray(c, c5);
        s51.intoArray(c, c5 + LANES);
    }
}
