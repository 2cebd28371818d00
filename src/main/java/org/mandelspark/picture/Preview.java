package org.mandelspark.picture;

import java.util.stream.IntStream;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.workload.EscapeTime;

/**
 * A small picture of a view, of {@value #SIDE} pixels on the longer side whatever the size of the view, so that what
 * follows from it follows from the view's formula, frame, limit and ratio of sides alone.
 */
final class Preview {
    static final int SIDE = 512;

    /** Rows computed at once. */
    private static final int BAND = 32;

    private Preview() {}

    /** The counts of the preview, on all cores. */
    static int[] counts(View view) {
        Size size = size(view.size());
        Frame frame = view.frame();
        EscapeTime pixels = new EscapeTime(
                view.formula(), new Grid(frame.region(size), size), view.maxIter(), KernelKind.SIMD, Interior.PROVED);
        int[] counts = new int[size.width() * size.height()];
        IntStream.range(0, (size.height() + BAND - 1) / BAND).parallel().forEach(band -> {
            RowRange rows = RowRange.band(band * BAND, Math.min(size.height(), (band + 1) * BAND));
            pixels.fill(rows, counts, rows.starts(size.width()));
        });
        return counts;
    }

    /** The size of the preview, of the same ratio of sides as near as whole pixels allow. */
    static Size size(Size whole) {
        long longer = Math.max(whole.width(), whole.height());
        return new Size(side(whole.width(), longer), side(whole.height(), longer));
    }

    private static int side(long side, long longer) {
        return (int) Math.max(1, (2 * side * SIDE + longer) / (2 * longer));
    }
}
