package org.mandelspark.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class UnitTest {
    @ParameterizedTest
    @ValueSource(strings = {"row", "1x1", "64x32", "100000x1"})
    void aNameIsReadBack(String label) {
        assertThat(Unit.parse(label).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({
        "5, not '5'",
        "ax3, not 'ax3'",
        "rows, a unit is 'row'",
        "'', such as 64x64",
        "-4x4, not '-4x4'",
        "4x, not '4x'",
        "0x5, must be at least 1x1",
        "5x0, must be at least 1x1",
        "99999999999x1, not '99999999999x1'"
    })
    void otherNamesAreRefusedInOneLine(String label, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.parse(label))
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void aTileFitsIntoThePicture() {
        assertThat(Unit.parse("30x20").cut(20, 30).count()).isEqualTo(1);
        for (String tooLarge : new String[] {"31x1", "1x21"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Unit.parse(tooLarge).cut(20, 30))
                    .withMessage("a tile of " + tooLarge + " is larger than the picture, 30x20");
        }
    }

    @Test
    void moreTilesThanAScheduleCanHoldAreRefused() {
        assertThat(Unit.CELL.cut(1024, 1024).count()).isEqualTo(Unit.MOST_TILES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.CELL.cut(1024, 1025))
                .withMessageContaining("1,049,600 units, more than 1,048,576");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.CELL.cut(46_000, 46_000))
                .withMessageContaining("2,116,000,000 units");
        assertThat(Unit.ROW.cut(2_000_000, 3).count()).isEqualTo(2_000_000);
    }

    @Test
    void aTileAsWideAsThePictureIsARow() {
        assertThat(Unit.parse("30x1").cut(20, 30)).isEqualTo(Unit.ROW.cut(20, 30));
        assertThat(Unit.ROW.cut(20, 30).areRows()).isTrue();
        assertThat(Unit.parse("30x2").cut(20, 30).areRows()).isFalse();
    }

    @Test
    void unitsAreDescribedInWords() {
        assertThat(Unit.ROW.cut(20, 30).describe()).isEqualTo("20 rows");
        assertThat(Unit.ROW.behind("lpt")).isEqualTo("lpt");
        assertThat(Unit.parse("16x16").behind("lpt")).isEqualTo("lpt in 16x16");
        assertThat(Unit.parse("16x16").cut(20, 30).describe()).isEqualTo("4 tiles of 16x16");
    }

    /** At the right and at the upper edge they are cut off. */
    @Test
    void tilesAreNumberedFromTheFirstRowOn() {
        Units units = Unit.parse("4x3").cut(7, 10);
        assertThat(units.across()).isEqualTo(3);
        assertThat(units.down()).isEqualTo(3);
        assertThat(units.starts(new RowRange(2, 1, 1))).containsExactly(8, 18, 28);
        assertThat(units.width(2)).isEqualTo(2);
        assertThat(units.starts(new RowRange(6, 2, 1))).containsExactly(60, 64);
        assertThat(units.packedStarts(new RowRange(2, 2, 1))).containsExactly(0, 2, 4, 6, 10, 14);
        assertThat(units.cells(RowRange.band(0, 9))).isEqualTo(70);
        assertThat(units.rowsBefore(2)).isZero();
        assertThat(units.rowsBefore(3)).isEqualTo(3);
        assertThat(units.rowsBefore(8)).isEqualTo(6);
        assertThat(units.rowsBefore(9)).isEqualTo(7);
    }

    @Property
    void unitsCoverEveryCellOnce(Draw draw) {
        int rows = draw.integer(1, 40);
        int columns = draw.integer(1, 40);
        Unit unit = new Unit.Tile(draw.integer(1, columns), draw.integer(1, rows));
        Units units = unit.cut(rows, columns);
        BitSet seen = new BitSet();
        for (int index = 0; index < units.count(); index++) {
            RowRange alone = new RowRange(index, 1, 1);
            int[] starts = units.starts(alone);
            assertThat(starts).hasSize(units.height(index));
            assertThat(units.packedStarts(alone)).hasSize(starts.length);
            assertThat(units.cells(alone))
                    .isEqualTo(units.width(index) * units.height(index))
                    .isBetween(1, units.largest());
            for (int start : starts) {
                assertThat(seen.get(start, start + units.width(index)).isEmpty())
                        .isTrue();
                seen.set(start, start + units.width(index));
            }
        }
        assertThat(seen.cardinality()).isEqualTo(rows * columns).isEqualTo(seen.length());
    }
}
