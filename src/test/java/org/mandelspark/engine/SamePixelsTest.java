package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandelspark.ReferenceCounts;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Unit;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Plan;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.EscapeTime;

/** Every kernel on every engine with every schedule gives the counts of the Python reference, pixel for pixel. */
class SamePixelsTest {
    private static List<Engine> engines;

    @BeforeAll
    static void start() {
        engines = List.of(
                new SerialEngine(),
                new ThreadEngine(new WorkerCount(2, "test")),
                SparkEngine.start("test", OptionalInt.of(2), SparkEngine.WebInterface.OFF));
    }

    @AfterAll
    static void stop() {
        engines.forEach(Engine::close);
    }

    static List<ReferenceCounts> references() {
        List<ReferenceCounts> references = ReferenceCounts.all();
        assertThat(references).extracting(ReferenceCounts::name).contains("magpi", "seahorse", "odd-size", "one-row");
        return references;
    }

    @ParameterizedTest
    @MethodSource("references")
    void countsAreThoseOfTheReference(ReferenceCounts reference) throws IOException {
        for (KernelKind kernel : KernelKind.ofDoubles()) {
            for (Interior interior : kernel == KernelKind.SIMD ? reference.interiors() : List.of(Interior.NONE)) {
                assertSamePixels(reference, reference.workload(kernel, interior));
            }
        }
    }

    private static void assertSamePixels(ReferenceCounts reference, EscapeTime workload) throws IOException {
        assertSamePixels(reference, workload, plans(reference.height()));
        int width = workload.rowCells();
        int height = workload.rows();
        // Ragged at the right and at the upper edge, wherever that can be.
        Unit tile = new Unit.Tile(Math.max(1, width * 2 / 5), Math.max(1, height * 3 / 7));
        EscapeTime tiled = workload.inUnits(tile);
        assertSamePixels(reference, tiled, plans(tiled.units().count()).subList(1, 4));
    }

    private static void assertSamePixels(ReferenceCounts reference, EscapeTime workload, List<List<RowRange>> plans)
            throws IOException {
        for (Engine engine : engines) {
            for (List<RowRange> chunks : plans) {
                Execution<int[]> execution = engine.execute(new Plan<>(workload, chunks), (cells, iterations) -> {});
                String what = "%s by %s, interior %s, on %s in %d chunks of %s"
                        .formatted(
                                workload.formula().label(),
                                workload.kernel(),
                                workload.interior(),
                                engine.getClass().getSimpleName(),
                                chunks.size(),
                                workload.units().describe());
                if (reference.file() != null) {
                    assertThat(execution.cells()).as(what).isEqualTo(reference.counts());
                }
                assertThat(workload.cells().checksum(execution.cells(), execution.cells().length))
                        .as(what)
                        .isEqualTo(reference.checksum());
                assertThat(execution.iterations()).as(what).isEqualTo(reference.sum());
            }
        }
    }

    private static List<List<RowRange>> plans(int rows) {
        List<List<RowRange>> plans = new ArrayList<>();
        for (String schedule : List.of("static", "over:4", "cyclic", "permuted:factoring")) {
            plans.add(Schedule.parse(schedule).chunks(2, CostEstimate.uniform(rows)));
        }
        // More partitions than rows, and a number that divides hardly anything.
        plans.add(new Schedule.Static().chunks(rows <= 100 ? 3 * rows : 7, CostEstimate.uniform(rows)));
        return plans;
    }
}
