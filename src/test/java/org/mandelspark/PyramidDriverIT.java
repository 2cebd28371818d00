package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mandelspark.cli.Main;
import org.mandelspark.files.NullFileSystem;

/** Memory of the driver: a million tiles that cost nothing, in a store that keeps nothing. */
@Tag("cluster")
class PyramidDriverIT {
    private static final int TILE = 64;
    private static final int TILES_A_SIDE = 1024;
    private static final long TOP_TILES = (long) TILES_A_SIDE * TILES_A_SIDE;

    /** A block is a tile of the third level below. */
    private static final long BLOCKS = TOP_TILES / 64;

    /** Tiles of all blocks, less some. */
    private static final long NEARLY_ALL = TOP_TILES + TOP_TILES / 4 + TOP_TILES / 16;

    private static final long BYTES_A_BLOCK = 200;

    @Test
    void theDriverHoldsAtMost200BytesABlockAndNothingOfATile() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--add-modules=jdk.incubator.vector",
                "-D" + NullFileSystem.SETTING + "=" + NullFileSystem.class.getName(),
                "-Dspark.master=local[2]",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Driver.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(String.format(Locale.ROOT, "of %,d blocks", BLOCKS));
        List<Long> used = Pattern.compile("used (\\d+)")
                .matcher(said)
                .results()
                .map((MatchResult found) -> Long.parseLong(found.group(1)))
                .toList();
        assertThat(used).as(said).hasSize(2);
        assertThat(used.get(1) - used.get(0)).isLessThanOrEqualTo(BLOCKS * BYTES_A_BLOCK);
    }

    /** The program of that process. */
    static final class Driver {
        private Driver() {}

        /** Makes the pyramid and prints what is in use when it has begun and shortly before its end. */
        public static void main(String[] words) {
            NullFileSystem.listen(tiles -> {
                if (tiles == TOP_TILES / 100 || tiles == NEARLY_ALL) {
                    System.gc();
                    Runtime runtime = Runtime.getRuntime();
                    System.out.println("used " + (runtime.totalMemory() - runtime.freeMemory()));
                }
            });
            int side = TILE * TILES_A_SIDE;
            Main.main(new String[] {
                "pyramid",
                "--region",
                "5,6,5,6",
                "--size",
                String.valueOf(side),
                "--max-iter",
                "10",
                "--tile",
                String.valueOf(TILE),
                "--colouring",
                "bands",
                "--out",
                "null://store/p"
            });
        }
    }
}
