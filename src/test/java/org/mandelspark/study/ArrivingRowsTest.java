package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Unit;
import org.mandelspark.grid.Units;

/** Rows in any order, read from the first to the last. */
class ArrivingRowsTest {
    private static final int[] CELLS = new int[10];

    @Test
    void aRowCountsWhenThoseBeforeItAreThere() {
        ArrivingRows<int[]> rows = new ArrivingRows<>(Units.rows(10, 1));
        rows.arrived(RowRange.band(0, 2), CELLS);
        rows.arrived(RowRange.band(5, 7), CELLS);
        assertThat(rows.awaitBeyond(0)).isEqualTo(2);
        rows.arrived(new RowRange(2, 2, 2), CELLS);
        assertThat(rows.awaitBeyond(2)).isEqualTo(3);
        rows.arrived(new RowRange(8, 4, 1, 10), CELLS);
        rows.arrived(RowRange.band(3, 4), CELLS);
        assertThat(rows.awaitBeyond(3)).isEqualTo(7);
        rows.arrived(RowRange.band(7, 8), CELLS);
        assertThat(rows.awaitBeyond(7)).isEqualTo(10);
        assertThat(rows.cells()).isSameAs(CELLS);
    }

    /** Three tiles side by side make four rows, and those at the upper edge two. */
    @Test
    void aRowOfTilesCountsWhenItsLastTileIsThere() {
        ArrivingRows<int[]> rows = new ArrivingRows<>(Unit.parse("4x4").cut(6, 10));
        rows.arrived(new RowRange(0, 3, 2), CELLS);
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> rows.awaitBeyond(0));
        assertThat(reader).isNotDone();
        rows.arrived(RowRange.band(1, 2), CELLS);
        assertThat(reader.join()).isEqualTo(4);
        rows.arrived(RowRange.band(3, 6), CELLS);
        assertThat(rows.awaitBeyond(4)).isEqualTo(6);
        rows.confirm();
    }

    @Test
    void rowsThatArriveAgainChangeNothing() {
        ArrivingRows<int[]> rows = new ArrivingRows<>(Units.rows(4, 1));
        rows.arrived(RowRange.band(0, 2), CELLS);
        rows.arrived(RowRange.band(0, 2), CELLS);
        assertThat(rows.awaitBeyond(0)).isEqualTo(2);
        rows.arrived(RowRange.band(2, 4), CELLS);
        rows.arrived(RowRange.band(1, 3), CELLS);
        assertThat(rows.awaitBeyond(2)).isEqualTo(4);
        rows.confirm();
        rows.awaitConfirmation();
    }

    @Test
    void aReaderWaitsForTheRowThatIsMissing() throws Exception {
        ArrivingRows<int[]> rows = new ArrivingRows<>(Units.rows(2, 1));
        rows.arrived(RowRange.band(1, 2), CELLS);
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> rows.awaitBeyond(0));
        assertThat(reader).isNotDone();
        rows.arrived(RowRange.band(0, 1), CELLS);
        assertThat(reader.get(30, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void whatIsGivenUpLetsReadersGoAndTakesNoMoreRows() {
        ArrivingRows<int[]> rows = new ArrivingRows<>(Units.rows(2, 1));
        rows.arrived(RowRange.band(0, 1), CELLS);
        rows.giveUp();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> rows.awaitBeyond(0));
        assertThatExceptionOfType(CancellationException.class).isThrownBy(rows::awaitConfirmation);
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> rows.arrived(RowRange.band(1, 2), CELLS));
    }

    @Test
    void anAnswerWithARowMissingIsNotConfirmed() {
        ArrivingRows<int[]> rows = new ArrivingRows<>(Units.rows(3, 1));
        rows.arrived(new RowRange(0, 2, 2), CELLS);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(rows::confirm)
                .withMessage("unit 1 of 3 never arrived");
    }

    @Test
    void whatIsConfirmedCannotBeGivenUp() {
        ArrivingRows<int[]> rows = new ArrivingRows<>(Units.rows(1, 1));
        rows.arrived(RowRange.band(0, 1), CELLS);
        rows.confirm();
        rows.giveUp();
        rows.awaitConfirmation();
        assertThat(rows.awaitBeyond(0)).isEqualTo(1);
    }
}
