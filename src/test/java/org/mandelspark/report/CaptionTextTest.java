package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mandelspark.measure.Spread;

class CaptionsTest {
    private static final Spread SIX = Spread.of(1, 1, 1, 1, 1, 1);
    private static final Spread SLOWER = Spread.of(2, 2, 2, 2, 2, 2);
    private static final Spread FEW = Spread.of(1, 2);

    @Test
    void aDifferenceIsNotRoundedAwayAndEqualsAreSaidToBe() {
        assertThat(CaptionText.asLong(2.517)).isEqualTo("2.517 times as long as");
        assertThat(CaptionText.asLong(0.5)).isEqualTo("0.500 times as long as");
        assertThat(CaptionText.asLong(1)).isEqualTo("as long as");
        assertThat(CaptionText.asLong(1.0004)).isEqualTo("0.04% longer than");
        assertThat(CaptionText.asLong(0.9996)).isEqualTo("0.04% shorter than");
    }

    @Test
    void aVerdictNeedsBothIntervals() {
        assertThat(CaptionText.verdict(SLOWER, SIX)).isEqualTo("slower, the 95% intervals do not overlap");
        assertThat(CaptionText.verdict(SIX, SIX)).isEqualTo("undecided, the 95% intervals overlap");
        assertThat(CaptionText.verdict(SIX, FEW))
                .isEqualTo(CaptionText.verdict(FEW, SIX))
                .isEqualTo("open, one of them has no interval");
        assertThat(CaptionText.verdict(FEW, FEW)).isEqualTo("undecided, there are no intervals");
    }
}
