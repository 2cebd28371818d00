package org.mandelspark.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class GridTest {
    @Test
    void coordinatesAreThoseOfNumpyLinspace() {
        // np.linspace(-2, 0.5, 7) and np.linspace(-1.25, 1.25, 4), printed with repr.
        Grid grid = new Grid(new Region(-2, 0.5, -1.25, 1.25), new Size(7, 4));
        assertThat(grid.x())
                .containsExactly(
                        -2.0,
                        -1.5833333333333333,
                        -1.1666666666666665,
                        -0.75,
                        -0.33333333333333326,
                        0.08333333333333348,
                        0.5);
        assertThat(grid.y(RowRange.band(0, 4))).containsExactly(-1.25, -0.41666666666666663, 0.41666666666666674, 1.25);
    }

    @Test
    void subnormalExtentsAreThoseOfNumpyToo() {
        // np.linspace(20*q, 24*q, 9)/q and np.linspace(-q, q, 8)/q of NumPy 2.4.6, q = 5e-324: the step underflows to
        // 0,
        // so NumPy divides first and then multiplies by the extent.
        Grid grid = new Grid(region(20, 24, -1, 1), new Size(9, 8));
        assertThat(grid.x()).containsExactly(quanta(20, 20, 21, 22, 22, 22, 23, 24, 24));
        assertThat(grid.y(RowRange.band(0, 8))).containsExactly(quanta(-1, -1, 0, 0, 0, 0, 1, 1));
        // np.linspace(-2*q, 3*q, 9)/q: a step that is just not 0 is used as it is, and overshoots.
        assertThat(new Grid(region(-2, 3, 0, 1), new Size(9, 1)).x())
                .containsExactly(quanta(-2, -1, 0, 1, 2, 3, 4, 5, 3));
    }

    private static Region region(int xMin, int xMax, int yMin, int yMax) {
        double q = Double.MIN_VALUE;
        return new Region(xMin * q, xMax * q, yMin * q, yMax * q);
    }

    /** Multiples of the least double. */
    private static double[] quanta(int... multiples) {
        return Arrays.stream(multiples).mapToDouble(k -> k * Double.MIN_VALUE).toArray();
    }

    @Test
    void aSinglePointLiesAtTheMinimum() {
        Grid grid = new Grid(new Region(-2, 0.5, -1.25, 1.25), new Size(1, 1));
        assertThat(grid.x()).containsExactly(-2.0);
        assertThat(grid.y(RowRange.band(0, 1))).containsExactly(-1.25);
    }

    @Property
    void theEndsAreExactAndTheOrderIsKept(Draw draw) {
        double min = draw.real(-3, 3);
        int zoom = draw.integer(0, 30);
        int n = draw.integer(2, 300);
        double extent = 4 * Math.pow(0.5, zoom);
        double[] x = new Grid(new Region(min, min + extent, 0, 1), new Size(n, 1)).x();
        assertThat(x[0]).isEqualTo(min);
        assertThat(x[n - 1]).isEqualTo(min + extent);
        assertThat(x).isSorted();
    }

    @Property
    void rowsOfARangeAreRowsOfTheWhole(Draw draw) {
        int height = draw.integer(1, 60);
        int first = draw.integer(0, 59);
        int stride = draw.integer(1, 7);
        int start = first % height;
        RowRange rows = new RowRange(start, (height - 1 - start) / stride + 1, stride);
        Grid grid = new Grid(new Region(-1, 1, -0.7, 1.1), new Size(1, height));
        double[] all = grid.y(RowRange.band(0, height));
        double[] some = grid.y(rows);
        for (int k = 0; k < some.length; k++) {
            assertThat(some[k]).isEqualTo(all[rows.row(k)]);
        }
    }
}
