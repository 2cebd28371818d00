package org.mandelspark.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {
    @Test
    void onlyOneIsSingular() {
        assertThat(Counted.of(0, "worker")).isEqualTo("0 workers");
        assertThat(Counted.of(1, "worker")).isEqualTo("1 worker");
        assertThat(Counted.of(2, "worker")).isEqualTo("2 workers");
        assertThat(Counted.of(1, "task was", "tasks were")).isEqualTo("1 task was");
        assertThat(Counted.of(3, "task was", "tasks were")).isEqualTo("3 tasks were");
    }

    @Test
    void thousandsAreGroupedWhateverTheLocale() {
        assertThat(Counted.of(1_234_567, "row")).isEqualTo("1,234,567 rows");
    }
}
