package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CostTest {
    private static final Spread SINGLE_THREAD = Spread.of(10, 11, 12, 13, 14, 15);

    @Test
    void theSmallestNumberOfWorkersThatIsFasterIsTheCost() {
        assertThat(Cost.workers(SINGLE_THREAD, new TreeMap<>(Map.of(16, around(1), 4, around(5), 2, around(20)))))
                .hasValue(4);
    }

    @Test
    void anOverlapDoesNotCount() {
        assertThat(Cost.workers(SINGLE_THREAD, new TreeMap<>(Map.of(2, around(9.5), 4, around(3)))))
                .hasValue(4);
    }

    @Test
    void nothingIsAnAnswerToo() {
        assertThat(Cost.workers(SINGLE_THREAD, new TreeMap<>(Map.of(1, around(30), 64, around(20)))))
                .isEmpty();
        assertThat(Cost.workers(SINGLE_THREAD, new TreeMap<>())).isEmpty();
    }

    private static Spread around(double seconds) {
        return Spread.of(seconds, seconds + .1, seconds + .2, seconds + .3, seconds + .4, seconds + 1);
    }
}
