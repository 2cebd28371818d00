package org.mandelspark.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class RowRangeTest {
    @Property
    void slicesHoldTheSameRowsInOrder(Draw draw) {
        int first = draw.integer(0, 100);
        int count = draw.integer(1, 50);
        int stride = draw.integer(1, 9);
        int maxCount = draw.integer(1, 60);
        RowRange rows = new RowRange(first, count, stride);
        List<Integer> sliced = new ArrayList<>();
        for (RowRange slice : rows.slices(maxCount)) {
            assertThat(slice.count()).isBetween(1, maxCount);
            sliced.addAll(list(slice));
        }
        assertThat(sliced).isEqualTo(list(rows));
    }

    @Property
    void slicesOfAWrappingRangeHoldTheSameRowsInOrder(Draw draw) {
        int modulus = draw.integer(1, 90);
        int first = draw.integer(0, 89);
        int count = draw.integer(1, 90);
        int stride = draw.integer(1, 100);
        int maxCount = draw.integer(1, 60);
        RowRange rows = new RowRange(first % modulus, Math.min(count, modulus), stride, modulus);
        List<Integer> sliced = new ArrayList<>();
        for (RowRange slice : rows.slices(maxCount)) {
            assertThat(slice.count()).isBetween(1, maxCount);
            assertThat(slice.stride()).isEqualTo(stride);
            assertThat(slice.modulus()).isEqualTo(modulus);
            sliced.addAll(list(slice));
        }
        assertThat(sliced).isEqualTo(list(rows)).allMatch(row -> row >= 0 && row < modulus);
    }

    @Property
    void aRangeWrapsIfItsRowsDoNotAscend(Draw draw) {
        int modulus = draw.integer(2, 30);
        int first = draw.integer(0, 29);
        int count = draw.integer(1, 30);
        int stride = draw.integer(1, modulus - 1);
        RowRange rows = new RowRange(first % modulus, Math.min(count, modulus), stride, modulus);
        assertThat(rows.wraps())
                .isEqualTo(!list(rows).stream().sorted().toList().equals(list(rows)));
    }

    @Test
    void rowsOfAWrappingRangeAreCountedModuloTheModulus() {
        assertThat(list(new RowRange(5, 4, 5, 8))).containsExactly(5, 2, 7, 4);
        assertThat(new RowRange(0, 8, 5, 8).wraps()).isTrue();
        assertThat(new RowRange(2, 2, 5, 8).wraps()).isFalse();
        assertThat(RowRange.band(0, 8).wraps()).isFalse();
        assertThat(new RowRange(3, 4, 7).wraps()).isFalse();
    }

    @Test
    void productsBeyondIntAreFormedInLong() {
        int modulus = 2_000_000_011;
        RowRange rows = new RowRange(1, modulus, 1_236_067_977, modulus);
        assertThat(rows.row(modulus - 1)).isEqualTo((int) ((1 + (modulus - 1L) * 1_236_067_977L) % modulus));
        assertThat(rows.slices(2_000_000_000)).hasSize(2);
    }

    @Test
    void aRangeThatDoesNotFitItsModulusIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RowRange(7, 1, 1, 7))
                .withMessageContaining("first 7")
                .withMessageContaining("modulus 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RowRange(0, 8, 1, 7))
                .withMessageContaining("count 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RowRange(0, 1, 0, 7))
                .withMessageContaining("stride 0");
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
