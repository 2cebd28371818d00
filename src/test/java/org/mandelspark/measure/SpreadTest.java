package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class SpreadTest {
    private static final double[] TEN = {7, 1, 3, 9, 5, 2, 8, 4, 10, 6};

    @Test
    void theIntervalOfTenValuesIsFromTheSecondToTheNinth() {
        Spread spread = Spread.of(TEN);
        assertThat(spread.n()).isEqualTo(10);
        assertThat(spread.median()).isEqualTo(5.5);
        assertThat(spread.interval()).contains(new Interval(2, 9));
        assertThat(spread.min()).isEqualTo(1);
        assertThat(spread.max()).isEqualTo(10);
        assertThat(spread.outliers()).isZero();
    }

    @Test
    void fiveValuesHaveAMedianButNoInterval() {
        Spread spread = Spread.of(5, 1, 4, 2, 3);
        assertThat(spread.median()).isEqualTo(3);
        assertThat(spread.interval()).isEmpty();
    }

    @Test
    void anOutlierIsCountedAndKept() {
        Spread spread = Spread.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 100);
        assertThat(spread.outliers()).isEqualTo(1);
        assertThat(spread.max()).isEqualTo(100);
        // Quartiles 3.25 and 7.75, so the fences are at −3.5 and 14.5.
        assertThat(Spread.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 14.5).outliers()).isZero();
        assertThat(Spread.of(-3.6, 2, 3, 4, 5, 6, 7, 8, 9, 10).outliers()).isEqualTo(1);
    }

    @Test
    void fasterIsClaimedOnlyWhereTheIntervalsDoNotTouch() {
        Spread low = Spread.of(1, 2, 3, 4, 5, 6);
        assertThat(low.against(Spread.of(7, 8, 9, 10, 11, 12))).isEqualTo(Verdict.FASTER);
        assertThat(Spread.of(7, 8, 9, 10, 11, 12).against(low)).isEqualTo(Verdict.SLOWER);
        assertThat(low.against(Spread.of(6, 8, 9, 10, 11, 12))).isEqualTo(Verdict.OPEN);
        assertThat(low.against(low)).isEqualTo(Verdict.OPEN);
    }

    @Test
    void withoutAnIntervalNothingIsClaimed() {
        Spread few = Spread.of(1, 1, 1, 1, 1);
        Spread slow = Spread.of(7, 8, 9, 10, 11, 12);
        assertThat(few.against(slow)).isEqualTo(Verdict.OPEN);
        assertThat(slow.against(few)).isEqualTo(Verdict.OPEN);
    }

    @Test
    void nothingIsClaimedOfTimesThatStillFell() {
        Spread warm = Spread.of(3, 1, 2, 3, 1, 2);
        Spread cold = Spread.of(12, 11, 10, 9, 8, 7);
        assertThat(cold.drift()).isEqualTo(Drift.FASTER);
        assertThat(warm.against(cold)).isEqualTo(Verdict.OPEN);
        assertThat(cold.against(warm)).isEqualTo(Verdict.OPEN);
        // Whatever makes all repeats slower does so for both, for they take turns.
        assertThat(warm.against(Spread.of(7, 8, 9, 10, 11, 12))).isEqualTo(Verdict.FASTER);
    }

    @Property
    void theMedianLiesInItsIntervalAndThatBetweenTheExtremes(Draw draw) {
        double[] values = draw.reals(6, 80, () -> draw.real(0.01, 1e3));
        double[] before = values.clone();
        Spread spread = Spread.of(values);
        Interval interval = spread.interval().orElseThrow();
        assertThat(spread.median()).isBetween(interval.low(), interval.high());
        assertThat(interval.low()).isGreaterThanOrEqualTo(spread.min());
        assertThat(interval.high()).isLessThanOrEqualTo(spread.max());
        assertThat(values).isEqualTo(before);
    }

    @Test
    void whatIsNoSampleIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(Spread::of);
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(1, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(2, 1));
    }
}
