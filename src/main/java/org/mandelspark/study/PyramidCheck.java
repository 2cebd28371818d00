package org.mandelspark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.Execution;
import org.mandelspark.files.Json;
import org.mandelspark.grid.Tiling;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.PixelColours;
import org.mandelspark.picture.pyramid.ComputedLeaves;
import org.mandelspark.picture.pyramid.Pyramid;
import org.mandelspark.picture.pyramid.PyramidFiles;
import org.mandelspark.picture.pyramid.PyramidManifest;
import org.mandelspark.picture.pyramid.TileChecks;
import org.mandelspark.picture.pyramid.TileChecks.Finding;
import org.mandelspark.schedule.Schedule;

/** Makes tiles of a pyramid again and compares them with its files. */
public final class PyramidCheck {
    /** Limit of tiles that are looked at, each of which the driver knows. */
    public static final int MOST_TILES = 10_000_000;

    private final PyramidFiles files;
    private final EngineChoice engine;
    private final PyramidManifest manifest;
    private final Tiling tiling;
    private final int sample;

    /**
     * A check that has done nothing yet.
     *
     * @param sample number of tiles, spread evenly; all of them without it
     * @throws IllegalArgumentException if there is no finished pyramid, with the reason for people
     */
    public PyramidCheck(PyramidFiles files, EngineChoice engine, OptionalInt sample) {
        this.files = files;
        this.engine = engine;
        try {
            if (!files.folder().has(PyramidFiles.MANIFEST)) {
                throw new IllegalArgumentException(
                        files.folder().has(PyramidFiles.PARAMETERS)
                                ? "the pyramid in it is unfinished: finish it with 'pyramid --resume'"
                                : "there is no pyramid in it");
            }
            manifest = Json.value(Json.tree(files.folder().read(PyramidFiles.MANIFEST)), PyramidManifest.class);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        tiling = new Tiling(
                manifest.parameters().problem().view().size(),
                manifest.parameters().tile());
        long all = TileChecks.tiles(tiling);
        if (sample.isEmpty() && all > MOST_TILES) {
            throw new IllegalArgumentException(
                    "there are %,d tiles: look at some of them with --sample N".formatted(all));
        }
        this.sample = (int) Math.min(all, sample.orElse((int) Math.min(all, MOST_TILES)));
    }

    /** What is shown. */
    public PyramidManifest manifest() {
        return manifest;
    }

    /** A tile that is not as it should be. */
    public record Difference(TileChecks.Tile tile, Finding finding) {}

    /**
     * Results of a check.
     *
     * @param tiles that were looked at
     * @param differences those that are not as they should be
     * @param seconds that took
     */
    public record Checked(int tiles, List<Difference> differences, double seconds) {
        public Checked {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Looks at the tiles.
     *
     * @throws org.mandelspark.engine.EngineException if that failed
     */
    public Checked execute(JobListener listener) {
        try (Engine running = engine.start("verify " + files.name())) {
            View view = manifest.parameters().problem().view();
            Colouring colouring = manifest.parameters().colours();
            TileChecks checks = new TileChecks(
                    new Pyramid(tiling),
                    ComputedLeaves.of(
                            view,
                            tiling,
                            KernelKind.SIMD,
                            Interior.PROVED,
                            colouring.kind(),
                            PixelColours.of(colouring, view)),
                    files,
                    sample);
            Partitioning.Partitioned<int[]> partitioned =
                    new Partitioning(Schedule.parse("cyclic")).plan(checks, running);
            listener.started(running, sample);
            Execution<int[]> execution = running.execute(partitioned.plan(), listener);
            listener.computed();
            List<Difference> differences = new ArrayList<>();
            for (int i = 0; i < sample; i++) {
                Finding finding = TileChecks.finding(execution.cells()[i]);
                if (finding != Finding.EQUAL) {
                    differences.add(new Difference(checks.tile(i), finding));
                }
            }
            return new Checked(sample, differences, Executions.seconds(execution.wallNanos()));
        }
    }
}
