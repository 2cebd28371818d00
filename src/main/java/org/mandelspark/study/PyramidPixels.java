package org.mandelspark.study;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.CountDistribution;
import org.mandelspark.picture.PixelColours;
import org.mandelspark.picture.pyramid.BlockDistributions;
import org.mandelspark.picture.pyramid.Leaves;
import org.mandelspark.picture.pyramid.PixelArray;
import org.mandelspark.picture.pyramid.PixelStore;
import org.mandelspark.picture.pyramid.Pyramid;
import org.mandelspark.picture.pyramid.PyramidFiles;
import org.mandelspark.picture.pyramid.Stored;
import org.mandelspark.picture.pyramid.StoredLeaves;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.PlaneProblem;

/**
 * Decides what the tiles of a pyramid's top level are made of, which takes a pass of its own if colours follow from the
 * whole picture.
 */
final class PyramidPixels {
    private final PyramidRequest request;
    private final PyramidPasses passes;
    private final Pyramid pyramid;
    private final PixelStore store;

    PyramidPixels(PyramidRequest request, PyramidPasses passes) {
        this.request = request;
        this.passes = passes;
        this.pyramid = Pyramid.of(request.view(), request.tiling());
        this.store = new PixelStore(request.files(), request.view(), request.tiling());
    }

    /** Executes the passes that come before there are tiles, and returns what the tiles are made of. */
    Leaves leaves() throws IOException {
        Optional<StoredPyramid> source = source();
        if (source.isPresent()) {
            return storedLeaves(source.get());
        }
        if (request.colouring().kind() != Colouring.Kind.HISTOGRAM) {
            CountDistribution preview = preview();
            store.create(request.arrays(), preview);
            return computed(preview);
        }
        if (store.hasHistogram() && !store.hasCounts() && request.arrays().isEmpty()) {
            // All tiles were there when the counts were removed, and few can be missing now.
            return computed(store.histogram());
        }
        CountDistribution preview = preview();
        store.create(Set.of(PixelArray.COUNTS), preview);
        Stored counts = new Stored(Set.of(PixelArray.COUNTS), maxIter());
        passes.run("count", pyramid.counting(), computed(preview), counts);
        return stored(request.files(), histogram(request.files(), pyramid.counting()));
    }

    private CountDistribution preview() {
        long start = System.nanoTime();
        CountDistribution preview = CountDistribution.ofPreview(request.view());
        passes.add("colours", System.nanoTime() - start);
        return preview;
    }

    private Leaves storedLeaves(StoredPyramid source) throws IOException {
        return switch (request.colouring().kind()) {
            case BANDS, SMOOTH -> stored(source.files(), source.store().preview());
            case HISTOGRAM -> stored(source.files(), histogram(source.files(), source.storedBy()));
        };
    }

    private CountDistribution histogram(PyramidFiles files, Pyramid.Pass pass) throws IOException {
        CountDistribution sum = passes.sum(new BlockDistributions(files, request.tiling(), pass, maxIter()));
        store.write(sum);
        return sum;
    }

    private Leaves computed(CountDistribution distribution) {
        Computation<?> computation = computation();
        return Leaves.computed(
                request.picture(),
                request.tiling(),
                computation.kernel(),
                computation.interior(),
                PixelColours.of(request.colouring(), distribution));
    }

    private Leaves stored(PyramidFiles files, CountDistribution distribution) {
        return new StoredLeaves(
                files,
                request.tiling(),
                maxIter(),
                request.colouring().kind(),
                PixelColours.of(request.colouring(), distribution));
    }

    /** What is stored when the tiles of the top level are made. */
    Stored storedWithTiles() {
        return new Stored(isMadeOfStored() ? Set.of() : request.arrays(), maxIter());
    }

    /** Number of passes over all pixels. */
    int passes() {
        return source().isEmpty() && isMadeOfStored() ? 2 : 1;
    }

    /** Removes what was stored and is not to be kept. */
    void clear() throws IOException {
        if (passes() > 1 && request.arrays().isEmpty()) {
            store.delete();
        }
    }

    private boolean isMadeOfStored() {
        return source().isPresent() || request.colouring().kind() == Colouring.Kind.HISTOGRAM;
    }

    /** The problem and what solves it, or would. */
    Computation<?> computation() {
        return request.origin()
                .computation(
                        PlaneProblem.of(request.view()),
                        passes.engine().workers().count());
    }

    private Optional<StoredPyramid> source() {
        return request.origin().stored();
    }

    private int maxIter() {
        return request.view().maxIter();
    }
}
