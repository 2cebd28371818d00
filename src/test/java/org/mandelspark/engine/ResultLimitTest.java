package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.Size;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Plan;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.EscapeTime;

/** A limit on results that the user has set is no surprise in the middle of the work. */
class ResultLimitTest {
    private final SparkSettings settings = new SparkSettings();

    @AfterEach
    void restore() {
        settings.restore();
    }

    @Test
    void resultsThatMayExceedTheLimitAreRefusedBeforeTheWork() {
        settings.set("spark.driver.maxResultSize", "100k");
        try (SparkEngine engine = SparkEngine.start("test", OptionalInt.of(2), SparkEngine.WebInterface.OFF)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> engine.execute(plan(300), (cells, iterations) -> {
                        throw new AssertionError("there was work");
                    }))
                    .withMessage("spark.driver.maxResultSize=100k: the results may amount to 1 MiB, and Spark would end"
                            + " the job; set it to 0, which means no limit");
            assertThat(engine.execute(plan(100), (cells, iterations) -> {}).isComplete())
                    .isTrue();
        }
    }

    @Test
    void withoutAnyThereIsNoLimit() {
        try (SparkEngine engine = SparkEngine.start("test", OptionalInt.of(2), SparkEngine.WebInterface.OFF)) {
            assertThat(engine.spark().orElseThrow().settings()).containsEntry("spark.driver.maxResultSize", "0");
        }
    }

    private static Plan<int[]> plan(int side) {
        EscapeTime workload = new EscapeTime(
                new Formula.Mandelbrot(),
                new Grid(new Region(-2, 0.5, -1.25, 1.25), new Size(side, side)),
                50,
                KernelKind.NAIVE,
                Interior.NONE);
        return new Plan<>(workload, Schedule.parse("static").chunks(4, CostEstimate.uniform(side)));
    }
}
