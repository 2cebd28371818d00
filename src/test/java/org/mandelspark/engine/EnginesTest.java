package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Unit;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Plan;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Cells;
import org.mandelspark.workload.EscapeTime;
import org.mandelspark.workload.Int32Cells;
import org.mandelspark.workload.MatrixProduct;
import org.mandelspark.workload.MatrixSource;
import org.mandelspark.workload.ProductProblem;
import org.mandelspark.workload.SeededMatrix;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/** Whatever executes a plan, the cells are the same and every chunk is accounted for. */
class EnginesTest {
    private static final List<Schedule> SCHEDULES = List.of(
            new Schedule.Static(),
            new Schedule.OverPartitioned(3),
            new Schedule.Cyclic(),
            Schedule.parse("permuted:guided"));

    private static List<Engine> engines;

    @BeforeAll
    static void start() {
        engines = List.of(
                new SerialEngine(),
                new ThreadEngine(new WorkerCount(3, "test")),
                SparkEngine.start("test", OptionalInt.of(2), SparkEngine.WebInterface.OFF));
    }

    @AfterAll
    static void stop() {
        engines.forEach(Engine::close);
    }

    @Property(cases = 40)
    void everyEngineGivesTheSameCells(Draw draw) {
        double x = draw.real(-2, 0.5);
        double y = draw.real(-1.2, 1.2);
        int zoom = draw.integer(0, 30);
        int width = draw.integer(1, 90);
        int height = draw.integer(1, 60);
        int parts = draw.integer(1, 80);
        Unit unit = draw.integer(0, 2) == 0 ? Unit.ROW : new Unit.Tile(draw.integer(1, width), draw.integer(1, height));
        KernelKind kernel = draw.pick(KernelKind.NAIVE, KernelKind.ARRAY, KernelKind.SIMD);
        double extent = Math.pow(0.5, zoom);
        Grid grid = new Grid(new Region(x, x + extent, y, y + extent), new Size(width, height));
        EscapeTime workload = new EscapeTime(new Formula.Mandelbrot(), grid, 300, kernel, Interior.PROVED, unit);
        int[] expected = new int[width * height];
        new EscapeTime(new Formula.Mandelbrot(), grid, 300, KernelKind.NAIVE, Interior.PROVED)
                .fill(
                        RowRange.band(0, height),
                        expected,
                        RowRange.band(0, height).starts(width));
        for (Engine engine : engines) {
            for (Schedule schedule : SCHEDULES) {
                CostEstimate even = CostEstimate.uniform(workload.units().count());
                Plan<int[]> plan = new Plan<>(workload, schedule.chunks(parts, even));
                AtomicLong seen = new AtomicLong();
                Execution<int[]> execution = engine.execute(plan, (cells, iterations) -> seen.addAndGet(cells));
                assertThat(execution.cells()).isEqualTo(expected);
                assertThat(seen).hasValue(expected.length);
                assertAccountedFor(plan, execution);
            }
        }
    }

    private static void assertAccountedFor(Plan<int[]> plan, Execution<int[]> execution) {
        assertThat(execution.chunks()).hasSameSizeAs(plan.chunks());
        for (int i = 0; i < plan.chunks().size(); i++) {
            ChunkTiming chunk = execution.chunks().get(i);
            assertThat(chunk.index()).isEqualTo(i);
            assertThat(chunk.rows()).isEqualTo(plan.chunks().get(i));
            assertThat(chunk.attempt()).isZero();
            assertThat(chunk.startNanos()).isNotNegative();
            assertThat(chunk.endNanos()).isBetween(chunk.startNanos(), execution.wallNanos());
            assertThat(chunk.usefulNanos()).isBetween(1L, chunk.endNanos() - chunk.startNanos());
        }
        assertThat(execution.isComplete()).isTrue();
        assertThat(execution.extra()).isEqualTo(ExtraAttempts.NONE);
        assertThat(execution.iterations())
                .isEqualTo(Arrays.stream(execution.cells()).asLongStream().sum());
    }

    @Test
    void progressAddsUpToTheWhole() {
        Grid grid = new Grid(new Region(-2, 0.5, -1.25, 1.25), new Size(700, 300));
        Plan<int[]> plan = new Plan<>(
                new EscapeTime(new Formula.Mandelbrot(), grid, 50, KernelKind.SIMD, Interior.PROVED),
                Schedule.parse("over:2").chunks(2, CostEstimate.uniform(300)));
        for (Engine engine : engines) {
            AtomicLong seen = new AtomicLong();
            AtomicLong counted = new AtomicLong();
            Execution<int[]> execution = engine.execute(plan, (cells, iterations) -> {
                seen.addAndGet(cells);
                counted.addAndGet(iterations);
            });
            assertThat(seen).hasValue(210_000);
            assertThat(counted).hasValue(execution.iterations());
        }
    }

    @Test
    void aWorkloadSaysHowManyRowsAreComputedAtOnce() {
        MatrixProduct product = product(new SeededMatrix(1, 500, 3), new SeededMatrix(2, 3, 700), KernelKind.SIMD);
        double[] expected = new double[500 * 700];
        RowRange all = RowRange.band(0, 500);
        product.fill(all, expected, all.starts(700));
        Plan<double[]> plan = new Plan<>(product, Schedule.parse("cyclic").chunks(2, CostEstimate.uniform(500)));
        assertThat(Slices.of(product, plan.chunks().get(1)))
                .extracting(RowRange::count)
                .containsExactly(132, 118);
        assertThat(Slices.largest(plan)).isEqualTo(132 * 700);
        for (Engine engine : engines) {
            assertThat(engine.execute(plan, (cells, iterations) -> {}).cells()).isEqualTo(expected);
        }
        assertThat(Slices.largest(new Plan<>(product, all.slices(50)))).isEqualTo(50 * 700);
    }

    @Test
    void slotsAreThoseOfTheWorkers() {
        Grid grid = new Grid(new Region(-2, 0.5, -1.25, 1.25), new Size(400, 64));
        Plan<int[]> plan = new Plan<>(
                new EscapeTime(new Formula.Mandelbrot(), grid, 1000, KernelKind.NAIVE, Interior.PROVED),
                Schedule.parse("over:8").chunks(4, CostEstimate.uniform(64)));
        for (Engine engine : engines) {
            assertThat(engine.execute(plan, (cells, iterations) -> {}).chunks())
                    .allSatisfy(chunk -> assertThat(chunk.slot())
                            .isBetween(0, engine.workers().count() - 1));
        }
    }

    @Test
    void aFailingRowFailsTheRunWithItsReason() {
        Plan<int[]> plan =
                new Plan<>(new FailingRows(), Schedule.parse("static").chunks(4, CostEstimate.uniform(8)));
        for (Engine engine : engines.subList(1, engines.size())) {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> engine.execute(plan, (cells, iterations) -> {}))
                    .withMessageContaining("row 5 is cursed")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
        }
    }

    @Test
    void afterAFailureThreadsTakeNoMoreChunks() {
        AtomicInteger computed = new AtomicInteger();
        Workload<int[]> workload = new SlowRows(Thread.currentThread(), computed);
        try (Engine engine = new ThreadEngine(new WorkerCount(2, "test"))) {
            Plan<int[]> plan =
                    new Plan<>(workload, Schedule.parse("self").chunks(2, CostEstimate.uniform(workload.rows())));
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> engine.execute(plan, (cells, iterations) -> {}))
                    .withMessageContaining("only the caller can");
        }
        assertThat(computed.get()).isLessThan(workload.rows() / 2);
    }

    /** Another thread than the caller fails at once; the caller alone would take seconds. */
    private record SlowRows(Thread caller, AtomicInteger computed) implements Workload<int[]> {
        @Override
        public String name() {
            return "slow";
        }

        @Override
        public int rows() {
            return 1000;
        }

        @Override
        public int rowCells() {
            return 1;
        }

        @Override
        public Cells<int[]> cells() {
            return new Int32Cells(1);
        }

        @Override
        public Work fill(RowRange rows, int[] into, int[] rowStarts) {
            if (!Thread.currentThread().equals(caller)) {
                throw new IllegalStateException("only the caller can");
            }
            LockSupport.parkNanos(10_000_000);
            computed.incrementAndGet();
            return new Work(0, 0, "none");
        }
    }

    /** Row 5 cannot be computed. */
    private record FailingRows() implements Workload<int[]> {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public int rows() {
            return 8;
        }

        @Override
        public int rowCells() {
            return 1;
        }

        @Override
        public Cells<int[]> cells() {
            return new Int32Cells(1);
        }

        @Override
        public Work fill(RowRange rows, int[] into, int[] rowStarts) {
            for (int k = 0; k < rows.count(); k++) {
                if (rows.row(k) == 5) {
                    throw new IllegalStateException("row 5 is cursed");
                }
            }
            return new Work(0, 0, "none");
        }
    }

    private static MatrixProduct product(MatrixSource a, MatrixSource b, KernelKind kernel) {
        return ProductProblem.of(a, b).workload(kernel, Interior.NONE);
    }
}
