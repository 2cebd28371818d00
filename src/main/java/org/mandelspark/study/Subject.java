package org.mandelspark.study;

import java.util.List;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.output.Problem;
import org.mandelspark.output.RunRecord;
import org.mandelspark.workload.Workload;

/**
 * What a job computes or a study computes again and again: a problem, and the kernel that solves it.
 *
 * @param <A> the array that holds its cells
 */
public sealed interface Subject<A> permits ViewSubject, GaussSubject, MatrixSubject {
    /**
     * The subject of a recorded run.
     *
     * @throws IllegalArgumentException if it is none that this version computes
     */
    static Subject<?> of(RunRecord.Asked asked) {
        KernelKind kernel = KernelKind.parse(asked.kernel());
        Interior interior = Interior.parse(asked.interior());
        Subject<?> subject;
        if (asked.problem() instanceof Problem.ViewPart view) {
            subject = ViewSubject.of(view, kernel, interior);
        } else {
            Problem.ArrayPart array = (Problem.ArrayPart) asked.problem();
            subject = switch (asked.workload()) {
                case GaussSubject.NAME -> GaussSubject.of(array, kernel);
                case MatrixSubject.NAME -> MatrixSubject.of(array, kernel);
                default -> throw new IllegalArgumentException("unknown workload '" + asked.workload() + "'");
            };
        }
        if (!subject.asked().equals(asked)) {
            throw new IllegalArgumentException("the workload '" + asked.workload() + "', "
                    + asked.problem().told() + ", is none whose studies can be read back");
        }
        return subject;
    }

    /** What is to be computed, whatever the kernel. */
    Problem problem();

    /** What computes it. */
    KernelKind kernel();

    /** Which work the kernel may leave out. */
    Interior interior();

    /** The rows to compute. */
    Workload<A> workload();

    /**
     * The same problem, computed by another kernel.
     *
     * @throws IllegalArgumentException if there is nothing in it that this interior could leave out
     */
    Subject<A> computedBy(KernelKind kernel, Interior interior);

    /**
     * So many times as many rows that cost as much each, for weak scaling.
     *
     * @throws IllegalArgumentException if there are none, or more than an array holds
     */
    Subject<A> timesRows(int factor);

    /** The options that decide how large the work is, for messages. */
    String sizeOptions();

    /** What makes a cell take more work, for advice. */
    String moreWork();

    /** Heap beside the array of cells in a process that computes rows, in bytes. */
    default long computingBytes() {
        return 0;
    }

    /** Heap beside the array while its cells are brought into the order of files, in bytes. */
    default long arrangingBytes() {
        return 0;
    }

    /**
     * What all of it amounts to, or a little more than {@code most} if it is more than that: it need not be counted any
     * further.
     */
    double iterations(double most);

    /**
     * What kernels take in a JVM that has just started, from the one that is soonest warm to the one that is latest, which
     * is {@code simd}.
     */
    List<ColdSpeed> coldSpeeds();

    /** True if {@code simd} is there and faster than the other kernels on this JVM, once it is warm. */
    boolean hasSimd();

    /** For run records. */
    default RunRecord.Asked asked() {
        return new RunRecord.Asked(
                problem(), workload().name(), kernel().label(), interior().label());
    }
}
