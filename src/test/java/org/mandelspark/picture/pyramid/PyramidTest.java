package org.mandelspark.picture.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Tiling;
import org.mandelspark.grid.View;

class PyramidTest {
    @ParameterizedTest
    @CsvSource({"1, 64", "100, 64", "4096, 512", "65536, 1024", "1000000, 1024", "10000000, 2048"})
    void passesMakeEveryLevelOnce(int side, int tile) {
        Tiling tiling = new Tiling(new Size(side, side / 2 + 1), tile);
        List<Pyramid.Pass> passes = new Pyramid(tiling, Pyramid.ENOUGH).passes();
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
        assertThat(tiling.tiles(
                        new Pyramid(tiling, Pyramid.ENOUGH).passes().get(0).roots()))
                .isBetween(64L, 255L);
    }

    /** At the size of a tile there was one block, and so one core, however much a pixel costs. */
    @ParameterizedTest
    @CsvSource({"100, 64, 4", "1024, 64, 256", "4096, 256, 256", "16384, 1024, 256", "65536, 1024, 256"})
    void picturesOfExactCountsHaveEnoughBlocksForManyCores(int side, int tile, int blocks) {
        View deep = view(side, "1e-50");
        assertThat(deep.isExact()).isTrue();
        assertThat(Pyramid.usualTile(deep)).isEqualTo(tile);
        Tiling tiling = new Tiling(deep.size(), tile);
        assertThat(tiling.tiles(Pyramid.of(deep, tiling).passes().get(0).roots()))
                .isEqualTo(blocks);
        View shallow = view(side, "1");
        assertThat(Pyramid.usualTile(shallow)).isEqualTo(1024);
        assertThat(Pyramid.of(shallow, tiling)).isEqualTo(new Pyramid(tiling, Pyramid.ENOUGH));
    }

    private static View view(int side, String width) {
        return new View("view", new Formula.Mandelbrot(), Frame.centred("0,1", width), new Size(side, side), 9);
    }

    @Test
    void moreBlocksThanTheDriverKnowsAreRefused() {
        Tiling tiling = new Tiling(new Size(Integer.MAX_VALUE, Integer.MAX_VALUE), 64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pyramid(tiling, Pyramid.ENOUGH))
                .withMessageContaining("more than the 1,000,000 that are allowed");
    }
}
