package org.mandelspark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.Execution;
import org.mandelspark.grid.Tiling;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.PixelColours;
import org.mandelspark.picture.pyramid.Leaves;
import org.mandelspark.picture.pyramid.PixelStore;
import org.mandelspark.picture.pyramid.Pyramid;
import org.mandelspark.picture.pyramid.PyramidFiles;
import org.mandelspark.picture.pyramid.PyramidManifest;
import org.mandelspark.picture.pyramid.PyramidParameters;
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
    private final PixelColours colours;
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
        manifest = PyramidManifest.read(files);
        tiling = manifest.parameters().tiling();
        colours = colours();
        long all = TileChecks.tiles(tiling);
        if (sample.isEmpty() && all > MOST_TILES) {
            throw new IllegalArgumentException(
                    "there are %,d tiles: look at some of them with --sample N".formatted(all));
        }
        this.sample = (int) Math.min(all, sample.orElse((int) Math.min(all, MOST_TILES)));
    }

    private PixelColours colours() {
        View view = manifest.parameters().problem().view();
        Colouring colouring = manifest.parameters().picture().colouring();
        try {
            return switch (colouring.kind()) {
                case BANDS, SMOOTH -> PixelColours.of(colouring, view);
                case HISTOGRAM -> PixelColours.of(colouring, new PixelStore(files, view, tiling).histogram());
            };
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
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
            PyramidParameters parameters = manifest.parameters();
            TileChecks checks = new TileChecks(
                    Pyramid.of(parameters.problem().view(), tiling),
                    Leaves.computed(parameters.picture(), tiling, KernelKind.SIMD, Interior.PROVED, colours),
                    files,
                    parameters.kept(),
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
