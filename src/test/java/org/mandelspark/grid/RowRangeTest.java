package org.mandelspark.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowRangeTest {
    @Property
    void slicesHoldTheSameRowsInOrder(
            @ForAll @IntRange(min = 0, max = 100) int first,
            @ForAll @IntRange(min = 1, max = 50) int count,
            @ForAll @IntRange(min = 1, max = 9) int stride,
            @ForAll @IntRange(min = 1, max = 60) int maxCount) {
        RowRange rows = new RowRange(first, count, stride);
        List<Integer> sliced = new ArrayList<>();
        for (RowRange slice : rows.slices(maxCount)) {
            assertThat(slice.count()).isBetween(1, maxCount);
            sliced.addAll(list(slice));
        }
        assertThat(sliced).isEqualTo(list(rows));
    }

    @Test
    void anEmptyRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowRange.band(3, 3))
                .withMessageContaining("count 0");
    }

    @Test
    void rowsBeyondTheLargestIndexAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RowRange(1, 3, 1 << 30));
    }

    private static List<Integer> list(RowRange rows) {
        List<Integer> list = new ArrayList<>();
        for (int k = 0; k < rows.count(); k++) {
            list.add(rows.row(k));
        }
        return list;
    }
}
