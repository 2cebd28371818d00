package org.mandelspark.study;

import java.util.Optional;
import java.util.Set;
import org.mandelspark.grid.Tiling;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.PictureParameters;
import org.mandelspark.picture.pyramid.PixelArray;
import org.mandelspark.picture.pyramid.PyramidFiles;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.PlaneProblem;

/**
 * Request to write a pyramid.
 *
 * @param picture the top level, of any size
 * @param tiling its tiles
 * @param arrays what is kept of the pixels besides their colours
 * @param origin what the colours are made of
 * @param engine what executes the blocks
 * @param partitioning how blocks become chunks
 * @param files where tiles go
 * @param folder what becomes of what is in the folder
 * @param command that asks for it, for the page
 */
public record PyramidRequest(
        PictureParameters picture,
        Tiling tiling,
        Set<PixelArray> arrays,
        Origin origin,
        EngineChoice engine,
        Partitioning partitioning,
        PyramidFiles files,
        Folder folder,
        String command) {
    /** Names of the jobs that make pyramids: their units are counted from the top of the picture, where row 0 is last. */
    public static final Set<String> JOBS = Set.of(Computed.JOB, Stored.JOB);

    /** What is shown. */
    public View view() {
        return picture.view();
    }

    /** Its colours. */
    public Colouring colouring() {
        return picture.colouring();
    }

    /** Origins of the counts that become colours. */
    public sealed interface Origin permits Computed, Stored {
        /** The name of a job that makes a pyramid of them. */
        String job();

        /** The pyramid that they are read from, if they are not computed. */
        Optional<StoredPyramid> stored();

        /** The problem and what solves it with so many workers, or would. */
        Computation<?> computation(PlaneProblem<?> problem, int workers);
    }

    /**
     * They are computed.
     *
     * @param kernel what computes them
     * @param interior which work it may leave out
     */
    public record Computed(KernelChoice kernel, Interior interior) implements Origin {
        private static final String JOB = "pyramid";

        @Override
        public String job() {
            return JOB;
        }

        @Override
        public Optional<StoredPyramid> stored() {
            return Optional.empty();
        }

        @Override
        public Computation<?> computation(PlaneProblem<?> problem, int workers) {
            return new Computation<>(problem, kernel.kernel(problem, workers), interior);
        }
    }

    /** They are read from another pyramid. */
    public record Stored(StoredPyramid pyramid) implements Origin {
        private static final String JOB = "recolour";

        @Override
        public String job() {
            return JOB;
        }

        @Override
        public Optional<StoredPyramid> stored() {
            return Optional.of(pyramid);
        }

        @Override
        public Computation<?> computation(PlaneProblem<?> problem, int workers) {
            return new Computation<>(problem, problem.coldSpeeds().get(0).kernel(), Interior.NONE);
        }
    }

    /** Choices for a folder that has something in it. */
    public enum Folder {
        /** Nothing may be in it. */
        NEW,
        /** A pyramid in it is removed. */
        REPLACE,
        /** A pyramid of the same parameters in it is finished. */
        RESUME
    }
}
