package org.mandelspark.picture.pyramid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.files.ObjectFolder;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Tiling;

class BlockDistributionsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 50, 750, 1_000_000, Integer.MAX_VALUE})
    void someMegabytesComeBackHoweverManyBlocksThereAre(int maxIter) {
        for (int side : new int[] {1, 4096, 1_000_000, 60_000_000}) {
            Tiling tiling = new Tiling(new Size(side, side), 1024);
            BlockDistributions groups = new BlockDistributions(
                    PyramidFiles.in(new ObjectFolder("p")), tiling, new Pyramid(tiling, 64).counting(), maxIter);
            assertThat(groups.rows()).isBetween(1, 256);
            assertThat((long) groups.rows() * groups.rowCells() * Double.BYTES).isLessThanOrEqualTo(8 << 20);
        }
    }
}
