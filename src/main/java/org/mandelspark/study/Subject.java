package org.mandelspark.study;

import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.output.RunRecord;
import org.mandelspark.output.RunRecord.ViewPart;
import org.mandelspark.workload.EscapeTime;

/**
 * What a study computes again and again.
 *
 * @param view what is shown
 * @param kernel what computes it
 * @param interior which work the kernel may leave out
 */
public record Subject(View view, KernelKind kernel, Interior interior) {
    /**
     * The subject of a recorded run.
     *
     * @throws IllegalArgumentException if it is none that this version computes
     */
    static Subject of(RunRecord.Asked asked) {
        ViewPart part = asked.view();
        Subject subject = new Subject(
                new View(
                        part.name(),
                        Formula.parse(part.formula()),
                        new Frame.Bounds(part.region()),
                        new Size(part.width(), part.height()),
                        part.maxIter()),
                KernelKind.parse(asked.kernel()),
                Interior.parse(asked.interior()));
        if (!subject.asked().equals(asked)) {
            throw new IllegalArgumentException("the workload '" + asked.workload() + "' with formula '" + part.formula()
                    + "' is none whose studies can be read back");
        }
        return subject;
    }

    /** The rows to compute. */
    public EscapeTime workload() {
        return EscapeTime.of(view, kernel, interior);
    }

    /** The same part of the plane, sampled by so many times as many rows. */
    Subject timesRows(int factor) {
        Size size = view.size();
        long rows = (long) size.height() * factor;
        if (rows * size.width() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("--size " + size + " times " + factor
                    + " workers is more than an array holds: take a smaller --size");
        }
        Size taller = new Size(size.width(), (int) rows);
        // A frame of a centre and a width would show more of the plane in a taller picture.
        Frame same = new Frame.Bounds(view.grid().region());
        return new Subject(new View(view.name(), view.formula(), same, taller, view.maxIter()), kernel, interior);
    }

    /** For run records. */
    public RunRecord.Asked asked() {
        return new RunRecord.Asked(ViewPart.of(view), workload().name(), kernel.label(), interior.label());
    }
}
