package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.Execution;
import org.mandelspark.engine.RowSink;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.grid.Arithmetic;
import org.mandelspark.grid.DeepGrid;
import org.mandelspark.grid.ExactLinspace;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Unit;
import org.mandelspark.grid.Units;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.deep.Oracle;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.EscapeTime;
import org.mandelspark.workload.ExactCounts;
import org.mandelspark.workload.ExactEscapeTime;
import org.mandelspark.workload.ExactProblem;
import org.mandelspark.workload.Proofs;
import org.mandelspark.workload.Work;

/** Exact counts are the same by any engine, schedule and unit, complete, and those of an oracle. */
class ExactRunsTest {
    private static final View DEEP = new View(
            "deep", new Formula.Mandelbrot(), Frame.zoomed("-0.77568377,0.13646737", "1e16"), new Size(23, 17), 3000);

    /** Chaotic, so that pairs of doubles leave something for integers. */
    private static final View SHALLOW = new View(
            "shallow",
            new Formula.Mandelbrot(),
            Frame.centred("-0.743643887037151,0.131825904205330", "1e-4"),
            new Size(96, 54),
            4000,
            Arithmetic.EXACT);

    private static List<Engine> engines;

    @BeforeAll
    static void start() {
        engines = List.of(engine(EngineKind.SERIAL), engine(EngineKind.THREADS), engine(EngineKind.SPARK));
    }

    private static Engine engine(EngineKind kind) {
        OptionalInt workers = kind == EngineKind.SERIAL ? OptionalInt.empty() : OptionalInt.of(2);
        return new EngineChoice(kind, workers, SparkEngine.WebInterface.OFF).start("test");
    }

    @AfterAll
    static void stop() {
        engines.forEach(Engine::close);
    }

    private static Finished<ExactCounts> run(Engine engine, View view, String schedule, Unit unit) {
        ExactEscapeTime workload = ExactEscapeTime.of(view.exactGrid(), view.maxIter());
        Partitioning partitioning = new Partitioning(Schedule.parse(schedule)).in(unit);
        return Finished.execute(
                engine, partitioning.plan(workload, engine).plan(), (cells, iterations) -> {}, RowSink.none());
    }

    @Test
    void everyEngineScheduleAndUnitGivesTheSameCountsInTheSameSteps() {
        Finished<ExactCounts> inRows = run(engines.get(0), SHALLOW, "static", Unit.ROW);
        int[] expected = inRows.execution().cells().counts();
        for (Engine engine : engines) {
            for (String schedule : List.of("over:3", "lpt:self", "auto")) {
                for (Unit unit : List.of(Unit.ROW, new Unit.Tile(40, 25))) {
                    Finished<ExactCounts> finished = run(engine, SHALLOW, schedule, unit);
                    ExactCounts cells = finished.execution().cells();
                    assertThat(cells.counts()).as("%s in %s", schedule, unit).isEqualTo(expected);
                    Proofs proofs = cells.proofs(0, expected.length);
                    assertThat(proofs.undecided()).isZero();
                    assertThat(proofs.balls()).isPositive();
                    int rest = finished.rest()
                            .map(second -> second.cells().counts().length)
                            .orElse(0);
                    assertThat(rest).isPositive().isEqualTo(afterTheFirstOfEachUnit(cells, unit));
                    List<ChunkTiming> chunks = chunks(finished);
                    assertThat(chunks.stream()
                                    .mapToLong(ChunkTiming::iterations)
                                    .sum())
                            .isEqualTo(IntStream.of(expected).asLongStream().sum());
                    assertThat(steps(chunks)).isEqualTo(steps(chunks(inRows)));
                    assertThat(finished.exact(SHALLOW, ExactEscapeTime.of(SHALLOW.exactGrid(), 9), Preparation.NONE, 2))
                            .hasValueSatisfying(
                                    exact -> assertThat(exact.tiers()).isEqualTo(proofs));
                }
            }
        }
    }

    /** Pixels that integers decided, without the first of each unit. */
    private static int afterTheFirstOfEachUnit(ExactCounts cells, Unit unit) {
        Units units = unit.cut(SHALLOW.size().height(), SHALLOW.size().width());
        int after = 0;
        for (int i = 0; i < units.count(); i++) {
            int balls = 0;
            for (int start : units.starts(RowRange.band(i, i + 1))) {
                balls += (int) cells.proofs(start, units.width(i)).balls();
            }
            after += Math.max(0, balls - 1);
        }
        return after;
    }

    private static List<ChunkTiming> chunks(Finished<?> finished) {
        List<ChunkTiming> chunks = new ArrayList<>(finished.execution().chunks());
        finished.rest().ifPresent(second -> chunks.addAll(second.chunks()));
        return chunks;
    }

    @Test
    void everyKernelGivesTheSameCountsAndStepsWithoutBlocksAreThoseOfAllIterations() {
        View beyond = new View(
                "beyond", DEEP.formula(), Frame.zoomed("-0.77568377,0.13646737", "1e310"), new Size(9, 5), 3000);
        for (View view : List.of(DEEP, beyond)) {
            List<Execution<ExactCounts>> executions = KernelKind.ofExactCounts().stream()
                    .map(kernel -> execute(new ExactProblem(view).workload(kernel, Interior.NONE)))
                    .toList();
            int[] expected = executions.get(0).cells().counts();
            int pixels = expected.length;
            assertThat(executions)
                    .allSatisfy(
                            execution -> assertThat(execution.cells().counts()).isEqualTo(expected));
            assertThat(executions.stream()
                            .flatMap(execution -> execution.methods().stream())
                            .distinct())
                    .hasSize(3);
            long blocks = steps(executions.get(0).chunks());
            long single = steps(executions.get(1).chunks());
            assertThat(single)
                    .isGreaterThanOrEqualTo(
                            IntStream.of(expected).asLongStream().sum());
            assertThat(blocks).isLessThan(single);
            assertThat(executions.get(2).cells().proofs(0, pixels).balls()).isEqualTo(pixels);
        }
    }

    private static Execution<ExactCounts> execute(ExactEscapeTime workload) {
        Engine engine = engines.get(0);
        Partitioning partitioning = new Partitioning(Schedule.parse("static"));
        return Finished.execute(
                        engine, partitioning.plan(workload, engine).plan(), (cells, iterations) -> {}, RowSink.none())
                .execution();
    }

    private static long steps(List<ChunkTiming> chunks) {
        return chunks.stream().mapToLong(ChunkTiming::steps).sum();
    }

    @Test
    void countsAreThoseOfTheOracle() {
        ExactCounts cells =
                run(engines.get(1), DEEP, "auto", Unit.ROW).execution().cells();
        DeepGrid grid = (DeepGrid) DEEP.exactGrid();
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            int column = random.nextInt(grid.size().width());
            int row = random.nextInt(grid.size().height());
            assertThat(cells.counts()[row * grid.size().width() + column])
                    .as("column %d, row %d", column, row)
                    .isEqualTo(Oracle.count(
                            grid.centre().re().toPlainString(),
                            grid.centre().im().toPlainString(),
                            grid.spacing().mantissa(),
                            grid.spacing().exponent(),
                            grid.halvesRight(column),
                            grid.halvesUp(row),
                            DEEP.maxIter(),
                            200));
        }
    }

    @Test
    void pointsOfLinspaceHaveTheCountsOfTheOracleAndSayWhereDoublesDiffer() {
        ExactCounts cells =
                run(engines.get(1), SHALLOW, "auto", Unit.ROW).execution().cells();
        Grid grid = SHALLOW.grid();
        int[] doubles = new int[cells.counts().length];
        new EscapeTime(SHALLOW.formula(), grid, SHALLOW.maxIter(), KernelKind.NAIVE, Interior.NONE)
                .fill(
                        RowRange.band(0, grid.height()),
                        doubles,
                        RowRange.band(0, grid.height()).starts(grid.width()));
        ExactLinspace points = (ExactLinspace) SHALLOW.exactGrid();
        int unlike = 0;
        for (int i = 0; i < doubles.length; i++) {
            assertThat(cells.isUnlikeDoubles(i)).as("pixel %d", i).isEqualTo(cells.counts()[i] != doubles[i]);
            if (cells.isUnlikeDoubles(i) || i % 97 == 0) {
                unlike += cells.isUnlikeDoubles(i) ? 1 : 0;
                assertThat(cells.counts()[i])
                        .as("pixel %d", i)
                        .isEqualTo(Oracle.count(
                                points.re(i % grid.width()).toPlainString(),
                                points.im(i / grid.width()).toPlainString(),
                                0,
                                0,
                                0,
                                0,
                                SHALLOW.maxIter(),
                                200));
            }
        }
        assertThat(unlike).isPositive();
    }

    @Test
    void theReferenceSaysHowFarItIs() {
        List<String> heard = new ArrayList<>();
        View view = new View("inside", DEEP.formula(), Frame.zoomed("-0.1,0.1", "1e20"), new Size(2, 2), 10_000);
        Preparation.of(
                new ExactProblem(view).workload(KernelKind.DEEP, Interior.NONE),
                engines.get(0),
                (iteration, most) -> heard.add(iteration + " of " + most));
        assertThat(heard).containsExactly("4096 of 10000", "8192 of 10000");
    }

    @Test
    void tasksSayWhichTiersProvedTheirPixels() {
        ExactEscapeTime workload = ExactEscapeTime.of(DEEP.exactGrid(), DEEP.maxIter());
        ExactCounts cells = new ExactCounts(2 * 23);
        Work work = workload.fill(RowRange.band(3, 5), cells, new int[] {0, 23});
        assertThat(work.proofs().pixels()).isEqualTo(46);
        assertThat(work.proofs()).isEqualTo(cells.proofs(0, 46));
        assertThat(work.tableNanos()).isPositive();
    }
}
