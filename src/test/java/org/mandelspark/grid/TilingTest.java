package org.mandelspark.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Levels and tiles are those of Deep Zoom. */
class TilingTest {
    @Test
    void everyLevelIsHalfOfTheOneAboveRoundedUp() {
        Tiling tiling = new Tiling(new Size(300, 161), 64);
        assertThat(tiling.top()).isEqualTo(9);
        assertThat(tiling.at(9)).isEqualTo(new Size(300, 161));
        assertThat(tiling.at(8)).isEqualTo(new Size(150, 81));
        assertThat(tiling.at(7)).isEqualTo(new Size(75, 41));
        assertThat(tiling.at(6)).isEqualTo(new Size(38, 21));
        assertThat(tiling.at(0)).isEqualTo(new Size(1, 1));
        assertThat(tiling.columns(9)).isEqualTo(5);
        assertThat(tiling.rows(9)).isEqualTo(3);
        assertThat(tiling.width(9, 3)).isEqualTo(64);
        assertThat(tiling.width(9, 4)).isEqualTo(300 - 4 * 64);
        assertThat(tiling.height(9, 2)).isEqualTo(161 - 2 * 64);
    }

    @Test
    void onePixelIsAPictureOfOneLevel() {
        Tiling tiling = new Tiling(new Size(1, 1), 64);
        assertThat(tiling.top()).isZero();
        assertThat(tiling.tiles(0)).isEqualTo(1);
    }

    @Test
    void aPowerOfTwoNeedsNoLevelMore() {
        assertThat(new Tiling(new Size(1024, 1), 64).top()).isEqualTo(10);
        assertThat(new Tiling(new Size(1025, 1), 64).top()).isEqualTo(11);
    }

    @Test
    void theLargestPictureHasTilesUpToItsLastPixel() {
        Tiling tiling = new Tiling(new Size(Integer.MAX_VALUE, Integer.MAX_VALUE), 2048);
        int last = tiling.columns(tiling.top()) - 1;
        assertThat(tiling.top()).isEqualTo(31);
        assertThat(last * 2048L + tiling.width(31, last)).isEqualTo(Integer.MAX_VALUE);
        assertThat(tiling.at(1)).isEqualTo(new Size(2, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 0, 62, 65, 2050, Integer.MAX_VALUE})
    void tilesThatAreTooSmallTooLargeOrOddAreRefused(int tile) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tiling(new Size(100, 100), tile))
                .withMessageContaining("even side of 64 to 2048 pixels, not " + tile);
    }
}
