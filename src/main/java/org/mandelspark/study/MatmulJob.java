package org.mandelspark.study;

import org.mandelspark.output.OutputFormat;
import org.mandelspark.study.JobRequest.Target;

/** Multiplies two matrices by blocks of rows. */
public final class MatmulJob extends Job<double[]> {
    private final MatrixSubject subject;

    /**
     * A job that has done nothing yet.
     *
     * @param subject what is computed
     * @param request how, and what is written
     */
    public MatmulJob(MatrixSubject subject, JobRequest request) {
        super(MatrixSubject.NAME, subject, request);
        this.subject = subject;
    }

    @Override
    int fileRows() {
        return subject.workload().rows();
    }

    @Override
    int fileColumns() {
        return subject.workload().rowCells();
    }

    @Override
    void requirePicture(OutputFormat format) {
        throw new IllegalArgumentException(
                "a matrix is no picture: --out takes .npy for it and .json for the run record, not ."
                        + format.extension());
    }

    @Override
    void writePicture(Target target, double[] cells, String checksum) {
        requirePicture(target.format());
    }
}
