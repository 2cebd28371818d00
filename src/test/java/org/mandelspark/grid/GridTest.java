package org.mandelspark.grid;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

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
    void aSinglePointLiesAtTheMinimum() {
        Grid grid = new Grid(new Region(-2, 0.5, -1.25, 1.25), new Size(1, 1));
        assertThat(grid.x()).containsExactly(-2.0);
        assertThat(grid.y(RowRange.band(0, 1))).containsExactly(-1.25);
    }

    @Property
    void theEndsAreExactAndTheOrderIsKept(
            @ForAll @DoubleRange(min = -3, max = 3) double min,
            @ForAll @IntRange(min = 0, max = 30) int zoom,
            @ForAll @IntRange(min = 2, max = 300) int n) {
        double extent = 4 * Math.pow(0.5, zoom);
        double[] x = new Grid(new Region(min, min + extent, 0, 1), new Size(n, 1)).x();
        assertThat(x[0]).isEqualTo(min);
        assertThat(x[n - 1]).isEqualTo(min + extent);
        assertThat(x).isSorted();
    }

    @Property
    void rowsOfARangeAreRowsOfTheWhole(
            @ForAll @IntRange(min = 1, max = 60) int height,
            @ForAll @IntRange(min = 0, max = 59) int first,
            @ForAll @IntRange(min = 1, max = 7) int stride) {
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
