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
import org.mandelspark.workload.ExactCounts;
import org.mandelspark.workload.ExactEscapeTime;
import org.mandelspark.workload.PixelLines;

/**
 * A small picture of a view, of {@value #SIDE} pixels on the longer side whatever the size of the view, so that what
 * follows from it follows from the view's formula, frame, limit and ratio of sides alone.
 */
final class Preview {
    static final int SIDE = 512;

    /** The same for exact views. */
    static final int EXACT_SIDE = 96;

    /** Rows computed at once. */
    private static final int BAND = 32;

    private Preview() {}

    /** The counts of the preview, on all cores. */
    static int[] counts(View view) {
        return view.isExact() ? exactCounts(view) : doubleCounts(view);
    }

    /** Fewer pixels, as each of them takes as long as thousands of others. */
    private static int[] exactCounts(View view) {
        Size size = size(view.size(), EXACT_SIDE);
        ExactEscapeTime pixels = ExactEscapeTime.of(view.exactGrid().coarse(size), view.maxIter());
        pixels.load();
        ExactCounts counts = new ExactCounts(size.width() * size.height());
        IntStream.range(0, size.height()).parallel().forEach(row -> {
            PixelLines lines = pixels.lines();
            lines.fill(row, 0, size.width(), counts, row * size.width());
            for (int i = row * size.width(); i < (row + 1) * size.width(); i++) {
                if (counts.isUndecided(i)) {
                    lines.finish(i % size.width(), row, counts, i);
                }
            }
        });
        return counts.counts();
    }

    private static int[] doubleCounts(View view) {
        Size size = size(view.size(), SIDE);
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
    static Size size(Size whole, int longest) {
        long longer = Math.max(whole.width(), whole.height());
        return new Size(side(whole.width(), longer, longest), side(whole.height(), longer, longest));
    }

    private static int side(long side, long longer, int longest) {
        return (int) Math.max(1, (2 * side * longest + longer) / (2 * longer));
    }
}
