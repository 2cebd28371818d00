package org.mandelspark.picture.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Tiling;

class PyramidTest {
    @ParameterizedTest
    @CsvSource({"1, 64", "100, 64", "4096, 512", "65536, 1024", "1000000, 1024", "10000000, 2048"})
    void passesMakeEveryLevelOnce(int side, int tile) {
        Tiling tiling = new Tiling(new Size(side, side / 2 + 1), tile);
        List<Pyramid.Pass> passes = new Pyramid(tiling).passes();
        int next = tiling.top();
        for (Pyramid.Pass pass : passes) {
            assertThat(pass.leaves()).isEqualTo(next);
            assertThat(pass.roots()).isLessThanOrEqualTo(next);
            assertThat(tiling.tiles(pass.roots())).isLessThanOrEqualTo(Pyramid.MOST_BLOCKS);
            next = pass.roots();
        }
        assertThat(next).isZero();
        assertThat(passes.get(0).source()).isEqualTo(Pyramid.Source.NEW);
        assertThat(passes.subList(1, passes.size())).allMatch(pass -> pass.source() == Pyramid.Source.WRITTEN);
    }

    @Test
    void largePicturesHaveEnoughBlocksForManyCores() {
        Tiling tiling = new Tiling(new Size(65536, 65536), 1024);
        assertThat(tiling.tiles(new Pyramid(tiling).passes().get(0).roots())).isBetween(64L, 255L);
    }

    @Test
    void moreBlocksThanTheDriverKnowsAreRefused() {
        Tiling tiling = new Tiling(new Size(Integer.MAX_VALUE, Integer.MAX_VALUE), 64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pyramid(tiling))
                .withMessageContaining("more than the 1,000,000 that are allowed");
    }
}
