package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.SerialEngine;
import org.mandelspark.engine.ThreadEngine;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.files.FaultyFileSystem;
import org.mandelspark.files.NpyFile;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.OutputFile.Existing;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Units;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Plan;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Cells;
import org.mandelspark.workload.Int32Cells;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/** Files that are written while their rows are computed: whole or not at all, the same whatever the order. */
class RowWritersTest {
    private static final Int32Cells CELLS = new Int32Cells(Integer.MAX_VALUE);
    private static final String MOUNT = "spark.hadoop.fs.viewfs.mounttable.test.link./data";

    @TempDir
    private Path folder;

    @BeforeEach
    void knowFaultyDisks() {
        System.setProperty(FaultyFileSystem.SETTING, FaultyFileSystem.class.getName());
    }

    @AfterEach
    void forgetThem() {
        System.clearProperty(FaultyFileSystem.SETTING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"static", "over:7", "cyclic", "permuted:over:5", "self"})
    void theFilesAreTheSameWhateverTheOrderOfRows(String rule) throws IOException {
        System.setProperty(MOUNT, folder.toUri().toString());
        try (Engine serial = new SerialEngine();
                Engine threads = new ThreadEngine(new WorkerCount(3, "test"))) {
            for (int rows : new int[] {1, 2, 97}) {
                requireSameFiles(serial, plan(new Numbered(rows, 1501, rows), rule));
                requireSameFiles(threads, plan(new Numbered(rows, 1501, rows), rule));
            }
        } finally {
            System.clearProperty(MOUNT);
        }
    }

    private void requireSameFiles(Engine engine, Plan<int[]> plan) throws IOException {
        OutputFile here = OutputFile.of(folder + "/here.npy", Existing.REPLACE);
        OutputFile there = OutputFile.of("viewfs://test/data/there.npy", Existing.REPLACE);
        int rows = plan.workload().rows();
        try (RowWriters<int[]> writers = new RowWriters<>(CELLS, Units.rows(rows, 1501), List.of(here, there))) {
            int[] cells = engine.execute(plan, (done, iterations) -> {}, writers.sink())
                    .cells();
            assertThat(writers.finish()).isEqualTo(CELLS.checksum(cells, cells.length));
            assertThat(folder.resolve("here.npy")).hasBinaryContent(npy(cells, rows));
            assertThat(folder.resolve("there.npy")).hasBinaryContent(npy(cells, rows));
        }
    }

    @Test
    void shuffledRowsThatComeTwiceAreWrittenOnce() throws IOException {
        int rows = 61;
        int[] cells = new int[rows * 3];
        Arrays.setAll(cells, i -> i * 7);
        OutputFile file = OutputFile.of(folder + "/a.npy", Existing.KEEP);
        try (RowWriters<int[]> writers = new RowWriters<>(CELLS, Units.rows(rows, 3), List.of(file))) {
            Random random = new Random(5);
            for (int i = 0; i < 20 * rows; i++) {
                int row = random.nextInt(rows);
                writers.sink().arrived(RowRange.band(row, row + 1), cells);
            }
            writers.sink().arrived(RowRange.band(0, rows), cells);
            assertThat(folder.resolve("a.npy")).doesNotExist();
            writers.finish();
        }
        assertThat(folder.resolve("a.npy")).hasBinaryContent(npy(cells, rows));
        assertThat(names()).containsExactly("a.npy");
    }

    @Test
    void withoutAFileThereIsTheChecksum() throws IOException {
        int[] cells = {1, 2, 3};
        try (RowWriters<int[]> writers = new RowWriters<>(CELLS, Units.rows(3, 1), List.of())) {
            writers.sink().arrived(RowRange.band(0, 3), cells);
            assertThat(writers.finish()).isEqualTo(CELLS.checksum(cells, 3));
        }
    }

    @Test
    void anExecutionThatFailsInTheMiddleLeavesNothing() {
        OutputFile file = OutputFile.of(folder + "/a.npy", Existing.KEEP);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> {
                    try (RowWriters<int[]> writers = new RowWriters<>(CELLS, Units.rows(97, 1501), List.of(file))) {
                        new SerialEngine()
                                .execute(
                                        plan(new Numbered(97, 1501, 50), "self"),
                                        (done, iterations) -> {},
                                        writers.sink());
                    }
                })
                .withMessage("row 50 is not ready");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void allRowsOfAnExecutionThatFailsThereafterAreNotKept() throws IOException {
        OutputFile file = OutputFile.of(folder + "/a.npy", Existing.KEEP);
        try (RowWriters<int[]> writers = new RowWriters<>(CELLS, Units.rows(3, 1), List.of(file))) {
            writers.sink().arrived(RowRange.band(0, 3), new int[3]);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDiskThatIsFullEndsTheExecutionAndLeavesNothing() {
        String name = FaultyFileSystem.SCHEME + "://full" + folder.resolve("a.npy");
        OutputFile full = OutputFile.of(name, Existing.KEEP);
        OutputFile file = OutputFile.of(folder + "/b.npy", Existing.KEEP);
        try (RowWriters<int[]> writers = new RowWriters<>(CELLS, Units.rows(1_000_000, 1), List.of(full, file))) {
            int[] cells = new int[1_000_000];
            writers.sink().arrived(RowRange.band(0, 500_000), cells);
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> {
                while (true) {
                    writers.sink().arrived(RowRange.band(500_000, 500_001), cells);
                    Thread.onSpinWait();
                }
            });
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(writers::requireNoFailure)
                    .withMessage("cannot write " + name + ": No space left on device");
            assertThatExceptionOfType(IOException.class).isThrownBy(writers::finish);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static byte[] npy(int[] cells, int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyFile.write(CELLS, cells, rows, cells.length / rows, out);
        return out.toByteArray();
    }

    private static Plan<int[]> plan(Workload<int[]> workload, String rule) {
        return new Plan<>(workload, Schedule.parse(rule).chunks(3, CostEstimate.uniform(workload.rows())));
    }

    /** Cells that are numbered, up to the first row that fails. */
    private record Numbered(int rows, int rowCells, int failing) implements Workload<int[]> {
        @Override
        public String name() {
            return "numbered";
        }

        @Override
        public Cells<int[]> cells() {
            return CELLS;
        }

        @Override
        public Work fill(RowRange wanted, int[] into, int[] rowStarts) {
            for (int k = 0; k < wanted.count(); k++) {
                int row = wanted.row(k);
                if (row == failing) {
                    throw new IllegalStateException("row " + row + " is not ready");
                }
                for (int i = 0; i < rowCells; i++) {
                    into[rowStarts[k] + i] = row * rowCells + i;
                }
            }
            return new Work(1, 1, "numbered");
        }
    }
}
