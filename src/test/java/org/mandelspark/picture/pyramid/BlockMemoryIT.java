package org.mandelspark.picture.pyramid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.files.ObjectFolder;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Tiling;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.Palette;
import org.mandelspark.picture.PictureParameters;
import org.mandelspark.picture.PixelColours;

/** Memory of a core of an executor: the largest block of the largest tiles, in a process that has no more. */
class BlockMemoryIT {
    private static final int LARGEST_TILE = 2048;

    /** More than half of the tiles of a column of six levels below the largest. */
    private static final int TILES = 33;

    @Test
    void aBlockOfTheLargestTilesTakesLessThan256MiB(@TempDir Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OneBlock.class.getName(),
                        folder.resolve("p").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("levels 7, tiles " + (33 + 17 + 9 + 5 + 3 + 2 + 1));
    }

    /** The program of that process. */
    static final class OneBlock {
        private OneBlock() {}

        /** Builds a block in the folder that is named. */
        public static void main(String[] words) throws IOException {
            Tiling tiling = new Tiling(new Size(LARGEST_TILE, TILES * LARGEST_TILE), LARGEST_TILE);
            View view = new View(
                    "column", new Formula.Mandelbrot(), Frame.bounds("-0.75,-0.745,0,0.165"), tiling.size(), 300);
            Colouring colouring =
                    new Colouring(Colouring.Kind.SMOOTH, Palette.named("viridis"), Colouring.Direction.FORWARD, 1, 0);
            Leaves leaves = ComputedLeaves.of(
                    new PictureParameters(view, colouring, 1),
                    tiling,
                    KernelKind.SIMD,
                    Interior.PROVED,
                    PixelColours.of(colouring, view));
            Pyramid.Pass pass = new Pyramid.Pass(Pyramid.Source.NEW, tiling.top(), tiling.top() - 6);
            PyramidFiles files = PyramidFiles.in(new ObjectFolder(words[0]));
            Stored stored = new Stored(Set.of(PixelArray.values()), view.maxIter());
            BlockBuilder.Built built = new BlockBuilder(tiling, leaves, files, pass, stored).build(0, 0);
            System.out.println("levels " + (pass.leaves() - pass.roots() + 1) + ", tiles "
                    + built.list().tiles().size());
        }
    }
}
