package org.mandelspark.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.grid.RowRange;

class AutoTest {
    @ParameterizedTest
    @CsvSource({"2048, 16, 0", "2048, 16, 1000", "4096, 7, 100000", "999, 100, 10000", "64, 50, 1000", "3000, 1, 500"})
    void theChoiceIsNearlyTheFastestCandidate(int rows, int workers, double chunkNanos) {
        CostEstimate costs = uneven(rows, chunkNanos);
        double chosen = makespan(new Auto(), workers, costs);
        double fastest = Auto.candidates(workers, rows).stream()
                .mapToDouble(rule -> makespan(rule, workers, costs))
                .min()
                .orElseThrow();
        assertThat(chosen).isLessThanOrEqualTo(1.01 * fastest);
    }

    @Test
    void unevenRowsAreFarFasterThanWithOneBandAWorker() {
        CostEstimate costs = uneven(2048, 1000);
        double chosen = makespan(new Auto(), 16, costs);
        assertThat(chosen).isLessThan(0.5 * makespan(new Schedule.Static(), 16, costs));
        assertThat(costs.totalNanos() / 16 / chosen).as("modelled efficiency").isGreaterThan(0.95);
    }

    @Test
    void amongTheFastestTheOneOfShortestChunksIsTaken() {
        CostEstimate costs = uneven(2048, 0);
        List<Auto.Trial> trials = trials(16, costs);
        double fastest =
                trials.stream().mapToDouble(Auto.Trial::makespanNanos).min().orElseThrow();
        double shortest = trials.stream()
                .filter(trial -> trial.makespanNanos() <= 1.01 * fastest)
                .mapToDouble(Auto.Trial::longestNanos)
                .min()
                .orElseThrow();
        assertThat(Auto.Trial.of(Auto.choose(16, costs), 16, costs).longestNanos())
                .isEqualTo(shortest);
    }

    @Test
    void overheadsOfOnePercentAreNotSpentOnShortChunks() {
        // 16 · 64 tasks would be 3% of all work, 16 · 16 are 0.8%.
        CostEstimate free = uneven(4096, 0);
        CostEstimate costs = uneven(4096, free.totalNanos() / 16 * 0.0005);
        Auto.Trial chosen = Auto.Trial.of(Auto.choose(16, costs), 16, costs);
        assertThat(chosen.overheadShare()).isLessThan(0.01);
        assertThat(chosen.longestNanos())
                .isGreaterThan(Auto.Trial.of(Auto.choose(16, free), 16, free).longestNanos());
    }

    @Test
    void chunksThatCostMoreThanTheRowsAreFewAndTheLeastMakespanDecides() {
        CostEstimate costs = uneven(1000, 1e12);
        Auto.Trial chosen = Auto.Trial.of(Auto.choose(8, costs), 8, costs);
        assertThat(Auto.choose(8, costs).chunks(8, costs)).hasSize(8);
        assertThat(chosen.makespanNanos())
                .isEqualTo(trials(8, costs).stream()
                        .min(Comparator.comparingDouble(Auto.Trial::makespanNanos))
                        .orElseThrow()
                        .makespanNanos());
    }

    @Test
    void evenRowsThatAllCostLessThanAChunkAreOneBandAWorkerWhichNoCandidateBeats() {
        double[] alike = new double[1000];
        Arrays.fill(alike, 1);
        for (int workers : List.of(1, 3, 8, 999, 5000)) {
            CostEstimate costs = CostEstimate.of(alike, 1001);
            Schedule chosen = Auto.choose(workers, costs);
            assertThat(chosen).isInstanceOf(Schedule.Static.class);
            assertThat(Auto.Trial.of(chosen, workers, costs).makespanNanos())
                    .isEqualTo(trials(workers, costs).stream()
                            .mapToDouble(Auto.Trial::makespanNanos)
                            .min()
                            .orElseThrow());
        }
    }

    @Test
    void evenRowsWithoutOverheadAreCutFinely() {
        assertThat(Auto.choose(4, CostEstimate.uniform(1024)).label()).isEqualTo("over:64");
    }

    @Test
    void theChoiceIsRepeatable() {
        CostEstimate costs = uneven(1500, 1000);
        Schedule chosen = Auto.choose(12, costs);
        assertThat(Auto.choose(12, uneven(1500, 1000))).isEqualTo(chosen);
        assertThat(new Auto().chunks(12, costs)).isEqualTo(chosen.chunks(12, costs));
    }

    @Test
    void factorsThatMakeChunksOfLessThanARowAreNoCandidates() {
        assertThat(Auto.candidates(10, 45).stream().map(Schedule::label))
                .containsExactly(
                        "static",
                        "cyclic",
                        "over:1",
                        "over:2",
                        "over:4",
                        "balanced",
                        "balanced:2",
                        "balanced:4",
                        "lpt:over:1",
                        "lpt:over:2",
                        "lpt:over:4",
                        "permuted:over:1",
                        "permuted:over:2",
                        "permuted:over:4");
        assertThat(Auto.candidates(10, 9).stream().map(Schedule::label)).containsExactly("static", "cyclic");
        assertThat(Auto.candidates(1, 1000)).hasSize(2 + 4 * 7);
    }

    @Test
    void noWorkerIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Auto.choose(0, CostEstimate.uniform(9)));
    }

    private static List<Auto.Trial> trials(int workers, CostEstimate costs) {
        return Auto.candidates(workers, costs.rows()).stream()
                .map(rule -> Auto.Trial.of(rule, workers, costs))
                .toList();
    }

    private static double makespan(Schedule rule, int workers, CostEstimate costs) {
        double[] chunkNanos = rule.chunks(workers, costs).stream()
                .mapToDouble((RowRange chunk) -> costs.costNanos(chunk))
                .toArray();
        return ListScheduling.makespanNanos(chunkNanos, workers, new Overheads(0, 0, costs.chunkNanos()));
    }

    /** Two smooth hills of costly rows over a plain of cheap ones, with a little noise: rows side by side cost alike. */
    private static CostEstimate uneven(int rows, double chunkNanos) {
        SplittableRandom noise = new SplittableRandom(42);
        double[] rowNanos = new double[rows];
        for (int row = 0; row < rows; row++) {
            double x = (row + 0.5) / rows;
            double hills = Math.exp(-Math.pow((x - 0.5) / 0.08, 2)) + 0.3 * Math.exp(-Math.pow((x - 0.8) / 0.03, 2));
            rowNanos[row] = 1e5 * (1 + 60 * hills) * noise.nextDouble(0.9, 1.1);
        }
        return CostEstimate.of(rowNanos, chunkNanos);
    }
}
