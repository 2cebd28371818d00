package org.mandelspark.study;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.Execution;
import org.mandelspark.files.Json;
import org.mandelspark.files.ObjectFolder;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.Phase;
import org.mandelspark.picture.PixelColours;
import org.mandelspark.picture.pyramid.Pyramid;
import org.mandelspark.picture.pyramid.PyramidBlocks;
import org.mandelspark.picture.pyramid.PyramidFiles;
import org.mandelspark.picture.pyramid.PyramidManifest;
import org.mandelspark.picture.pyramid.PyramidPage;
import org.mandelspark.picture.pyramid.PyramidParameters;
import org.mandelspark.record.Run;
import org.mandelspark.schedule.Plan;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.ViewProblem;

/** Writes a pyramid: a pass that computes, passes that make the levels that are left, and what makes a folder of it. */
public final class PyramidJob {
    private final PyramidRequest request;
    private final Pyramid pyramid;
    private final SortedMap<String, Double> wallSeconds = new TreeMap<>();

    /**
     * A job that has done nothing yet.
     *
     * @throws IllegalArgumentException if the pyramid would take too many blocks
     */
    public PyramidJob(PyramidRequest request) {
        request.interior().requireFor(request.view().formula());
        this.request = request;
        this.pyramid = new Pyramid(request.tiling());
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
        try (Engine engine = request.engine().start("pyramid " + request.view().name())) {
            phase("start", start);
            KernelKind kernel = request.kernel()
                    .kernel(new ViewProblem(request.view()), engine.workers().count());
            long previewStart = System.nanoTime();
            PixelColours colours = PixelColours.of(request.colouring(), request.view());
            phase("colours", previewStart);
            List<Pyramid.Pass> passes = pyramid.passes();
            PyramidBlocks computed = blocks(passes.get(0), kernel, colours);
            Partitioning.Partitioned<int[]> partitioned = request.partitioning().plan(computed, engine);
            listener.started(engine, request.view().size().pixels());
            double pixels =
                    request.view().size().pixels() / (double) partitioned.plan().cells();
            Execution<int[]> execution = engine.execute(
                    partitioned.plan(),
                    (cells, iterations) -> listener.cellsDone(Math.round(pixels * cells), iterations));
            listener.computed();
            wallSeconds.put("plan", Executions.seconds(partitioned.nanos()));
            wallSeconds.put("compute", Executions.seconds(execution.wallNanos()));
            List<PyramidManifest.PassEntry> entries = new ArrayList<>(List.of(computed.entry(execution.cells())));
            long topStart = System.nanoTime();
            for (Pyramid.Pass pass : passes.subList(1, passes.size())) {
                PyramidBlocks blocks = blocks(pass, kernel, colours);
                Plan<int[]> plan = request.partitioning().plan(blocks, engine).plan();
                entries.add(blocks.entry(
                        engine.execute(plan, (cells, iterations) -> {}).cells()));
            }
            phase("top", topStart);
            Run run = Executions.run(
                    new Run.Place("pyramid", Phase.MEASURED, 1, 0),
                    new Computation<>(new ViewProblem(request.view()), kernel, request.interior()),
                    request.engine().kind(),
                    engine,
                    request.partitioning().in(pyramid.block()),
                    partitioned,
                    execution,
                    entries.get(0).checksum(),
                    wallSeconds);
            finish(entries, run);
            return new PyramidResult(run, entries);
        }
    }

    private PyramidBlocks blocks(Pyramid.Pass pass, KernelKind kernel, PixelColours colours) {
        return PyramidBlocks.of(
                request.view(),
                pyramid,
                pass,
                kernel,
                request.interior(),
                request.colouring().kind(),
                colours,
                request.files(),
                request.folder() == PyramidRequest.Folder.RESUME
                        ? PyramidBlocks.Existing.KEEP
                        : PyramidBlocks.Existing.REBUILD);
    }

    private void finish(List<PyramidManifest.PassEntry> entries, Run run) throws IOException {
        PyramidFiles files = request.files();
        PyramidPage page = new PyramidPage(request.view(), request.tiling(), files.name(), request.command());
        files.folder().write(files.descriptor(), page.descriptor().getBytes(StandardCharsets.UTF_8));
        files.folder().write(PyramidFiles.PAGE, page.html().getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream account = new ByteArrayOutputStream();
        run.writeTo(account);
        files.folder().write(PyramidFiles.RUN, account.toByteArray());
        write(PyramidFiles.MANIFEST, new PyramidManifest(parameters(), PyramidManifest.deflaterHere(), entries));
    }

    private PyramidParameters parameters() {
        return PyramidParameters.of(request.view(), request.tiling(), request.colouring());
    }

    private void write(String name, Object value) throws IOException {
        request.files().folder().write(name, Json.bytes(value));
    }

    private void phase(String name, long startNanos) {
        wallSeconds.put(name, Executions.seconds(System.nanoTime() - startNanos));
    }
}
