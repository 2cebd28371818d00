package org.mandelspark.study;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mandelspark.engine.Engine;
import org.mandelspark.files.Json;
import org.mandelspark.files.ObjectFolder;
import org.mandelspark.measure.Phase;
import org.mandelspark.picture.pyramid.Leaves;
import org.mandelspark.picture.pyramid.Pyramid;
import org.mandelspark.picture.pyramid.PyramidFiles;
import org.mandelspark.picture.pyramid.PyramidManifest;
import org.mandelspark.picture.pyramid.PyramidPage;
import org.mandelspark.picture.pyramid.PyramidParameters;
import org.mandelspark.picture.pyramid.Stored;
import org.mandelspark.picture.pyramid.WrittenLeaves;
import org.mandelspark.record.Run;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.PlaneProblem;

/** Writes a pyramid: passes that make its tiles, and what makes a folder of them. */
public final class PyramidJob {
    private final PyramidRequest request;
    private final Pyramid pyramid;

    /**
     * A job that has done nothing yet.
     *
     * @throws IllegalArgumentException if the pyramid would take too many blocks
     */
    public PyramidJob(PyramidRequest request) {
        if (request.origin() instanceof PyramidRequest.Computed computed) {
            PlaneProblem.of(request.view()).requireInterior(computed.interior());
            computed.kernel().requireFor(PlaneProblem.of(request.view()));
        }
        this.request = request;
        this.pyramid = Pyramid.of(request.view(), request.tiling());
    }

    /**
     * Finds out, before anything is started, whether the folder may be written to.
     *
     * @throws IllegalArgumentException if not, with the reason for people
     */
    public void check() {
        ObjectFolder folder = request.files().folder();
        try {
            boolean isPyramid = folder.has(PyramidFiles.PARAMETERS);
            if (!isPyramid && !folder.isEmpty()) {
                throw new IllegalArgumentException("there is something else in it: name a new folder");
            }
            switch (request.folder()) {
                case NEW -> {
                    if (isPyramid) {
                        throw new IllegalArgumentException("there is a pyramid in it, "
                                + (folder.has(PyramidFiles.MANIFEST)
                                        ? "finished"
                                        : "unfinished: --resume goes on with it")
                                + "; --force replaces it");
                    }
                }
                case RESUME -> requireSameParameters(folder, isPyramid);
                case REPLACE -> {}
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private void requireSameParameters(ObjectFolder folder, boolean isPyramid) throws IOException {
        if (!isPyramid) {
            throw new IllegalArgumentException("there is no pyramid in it to go on with");
        }
        PyramidParameters there = Json.value(Json.tree(folder.read(PyramidFiles.PARAMETERS)), PyramidParameters.class);
        if (!there.equals(parameters())) {
            throw new IllegalArgumentException(
                    "the pyramid in it has other parameters, " + there.problem().describe()
                            + ", tiles of " + there.tile() + ", " + there.colouring() + " of " + there.palette()
                            + ", " + there.samples() + "x" + there.samples() + " samples"
                            + ": --resume takes the same command again");
        }
    }

    /**
     * Writes the pyramid. Nobody else may write to its folder meanwhile.
     *
     * @throws IOException if a file could not be written
     * @throws org.mandelspark.engine.EngineException if the computation failed
     * @throws IllegalArgumentException if the engine cannot do what is asked
     */
    public PyramidResult execute(JobListener listener) throws IOException {
        PyramidFiles files = request.files();
        if (request.folder() == PyramidRequest.Folder.REPLACE) {
            for (String name : files.all()) {
                files.folder().delete(name);
            }
        }
        if (request.folder() != PyramidRequest.Folder.RESUME) {
            write(PyramidFiles.PARAMETERS, parameters());
        }
        long start = System.nanoTime();
        try (Engine engine = request.engine()
                .start(request.origin().job() + " " + request.view().name())) {
            PyramidPasses passes = new PyramidPasses(request, engine, listener);
            passes.add("start", System.nanoTime() - start);
            PyramidPixels pixels = new PyramidPixels(request, passes);
            listener.started(engine, pixels.passes() * request.view().size().pixels());
            Leaves leaves = pixels.leaves();
            List<Pyramid.Pass> ordered = pyramid.passes();
            passes.run("colour", ordered.get(0), leaves, pixels.storedWithTiles());
            listener.computed();
            for (Pyramid.Pass pass : ordered.subList(1, ordered.size())) {
                Stored nothing = new Stored(Set.of(), request.view().maxIter());
                passes.run("top", pass, new WrittenLeaves(request.files(), pass.leaves()), nothing);
            }
            pixels.clear();
            List<PyramidManifest.PassEntry> entries = passes.ran().stream()
                    .filter(ran -> ran.pass().source() != Pyramid.Source.COUNTED
                            || !request.arrays().isEmpty())
                    .map(PyramidPasses.Ran::entry)
                    .toList();
            Run run = run(passes, pixels.computation());
            finish(entries, run);
            return new PyramidResult(run, entries);
        }
    }

    /** The account of the first pass, which takes most of the time. */
    private Run run(PyramidPasses passes, Computation<?> computation) {
        PyramidPasses.Ran first = passes.ran().get(0);
        return Executions.run(
                new Run.Place(request.origin().job(), Phase.MEASURED, 1, 0),
                computation,
                request.engine().kind(),
                passes.engine(),
                request.partitioning().in(pyramid.block()),
                first.partitioned(),
                first.prepared(),
                new Finished<>(first.execution(), Optional.empty()),
                passes.ran().stream()
                        .filter(ran -> ran.pass().source() == Pyramid.Source.NEW)
                        .findFirst()
                        .orElseThrow()
                        .entry()
                        .checksum(),
                passes.wallSeconds());
    }

    private void finish(List<PyramidManifest.PassEntry> entries, Run run) throws IOException {
        PyramidFiles files = request.files();
        PyramidPage page =
                new PyramidPage(request.view(), request.tiling(), files.name(), request.arrays(), request.command());
        files.folder().write(files.descriptor(), page.descriptor().getBytes(StandardCharsets.UTF_8));
        files.folder().write(PyramidFiles.PAGE, page.html().getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream account = new ByteArrayOutputStream();
        run.writeTo(account);
        files.folder().write(PyramidFiles.RUN, account.toByteArray());
        write(PyramidFiles.MANIFEST, new PyramidManifest(parameters(), PyramidManifest.deflaterHere(), entries));
    }

    private PyramidParameters parameters() {
        return PyramidParameters.of(request.picture(), request.tiling(), request.arrays());
    }

    private void write(String name, Object value) throws IOException {
        request.files().folder().write(name, Json.bytes(value));
    }
}
