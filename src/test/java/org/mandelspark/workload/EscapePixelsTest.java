package org.mandelspark.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;

class EscapePixelsTest {
    @ParameterizedTest
    @EnumSource
    void pixelByPixelTheCountsAreThoseOfTheRows(KernelKind kernel) {
        Grid grid = new Grid(new Region(-2, 0.5, -1.25, 1.25), new Size(23, 17));
        EscapeTime whole = new EscapeTime(new Formula.Mandelbrot(), grid, 200, kernel, Interior.NONE);
        int[] expected = new int[23 * 17];
        Work rows =
                whole.fill(RowRange.band(0, 17), expected, RowRange.band(0, 17).starts(23));
        EscapePixels pixels = new EscapePixels(whole);
        int[] counts = new int[23 * 17];
        RowRange all = RowRange.band(0, pixels.rows());
        Work work = pixels.fill(all, counts, all.starts(1));
        assertThat(counts).isEqualTo(expected);
        assertThat(work.iterations()).isEqualTo(rows.iterations());
    }
}
