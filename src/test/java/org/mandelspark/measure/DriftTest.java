package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTest {
    @Test
    void timesInPerfectOrderDriftFromFiveOn() {
        for (int n = 1; n <= 30; n++) {
            double[] rising = IntStream.range(0, n).mapToDouble(i -> 1 + i).toArray();
            double[] falling = IntStream.range(0, n).mapToDouble(i -> 99 - i).toArray();
            assertThat(Drift.of(rising)).isEqualTo(n < 5 ? Drift.NONE : Drift.SLOWER);
            assertThat(Drift.of(falling)).isEqualTo(n < 5 ? Drift.NONE : Drift.FASTER);
        }
    }

    /** Of 5 values S = 8 has a probability of 0.083 and S = 10 of 0.017; of 10, S = 21 of 0.072 and S = 23 of 0.046. */
    @Test
    void theDecisionIsThatOfTheExactTables() {
        assertThat(Drift.of(1, 2, 3, 5, 4)).isEqualTo(Drift.NONE);
        assertThat(Drift.of(12, 11, 10, 9, 8, 7, 3, 4, 5, 6)).isEqualTo(Drift.FASTER);
        // Ten values with 11 and 12 pairs that fall: S = 45 − 22 = 23 and S = 45 − 24 = 21.
        assertThat(Drift.of(5, 4, 3, 2, 1, 7, 6, 8, 9, 10)).isEqualTo(Drift.SLOWER);
        assertThat(Drift.of(5, 4, 3, 2, 1, 7, 6, 9, 8, 10)).isEqualTo(Drift.NONE);
    }

    @Test
    void equalTimesDoNotDrift() {
        assertThat(Drift.of(2, 2, 2, 2, 2, 2, 2)).isEqualTo(Drift.NONE);
        assertThat(Drift.of()).isEqualTo(Drift.NONE);
    }

    @Test
    void shuffledTimesSeldomDrift() {
        Random random = new Random(1);
        List<Double> times =
                new ArrayList<>(IntStream.range(0, 10).mapToObj(i -> 1.0 + i).toList());
        int drifting = 0;
        for (int i = 0; i < 10_000; i++) {
            Collections.shuffle(times, random);
            double[] values = times.stream().mapToDouble(value -> value).toArray();
            drifting += Drift.of(values) == Drift.NONE ? 0 : 1;
        }
        assertThat(drifting / 10_000.0).isBetween(0.03, 0.06);
    }
}
