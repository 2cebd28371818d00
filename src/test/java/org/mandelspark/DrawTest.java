package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static <T> List<T> drawn(Function<Draw, T> value) {
        return LongStream.range(0, 2000).mapToObj(Draw::new).map(value).toList();
    }

    @Test
    void endsTheirNeighboursAndZeroAreDrawn() {
        assertThat(drawn(draw -> draw.integer(-900_000, 70_000)))
                .contains(-900_000, -899_999, 69_999, 70_000, -1, 0, 1)
                .allMatch(value -> value >= -900_000 && value <= 70_000);
        assertThat(drawn(draw -> draw.integer(Long.MIN_VALUE, Long.MAX_VALUE)))
                .contains(Long.MIN_VALUE, Long.MAX_VALUE, 0L)
                .anyMatch(value -> value < Long.MIN_VALUE / 2)
                .anyMatch(value -> value > Long.MAX_VALUE / 2);
        assertThat(drawn(draw -> draw.real(-2, 0.5)))
                .contains(-2.0, Math.nextUp(-2.0), 0.0, Double.MIN_VALUE, -1.0, Math.nextDown(0.5), 0.5)
                .allMatch(value -> value >= -2 && value <= 0.5);
    }

    @Test
    void allNumbersAreDrawnAndSmallAndShortOnesOften() {
        assertThat(drawn(draw -> draw.integer(3, 9))).containsOnly(3, 4, 5, 6, 7, 8, 9);
        assertThat(drawn(draw -> draw.integer(10, 100_000)))
                .filteredOn(value -> value < 100)
                .hasSizeBetween(200, 600);
        assertThat(drawn(draw -> draw.real(0, 1e6)))
                .filteredOn(value -> value * 4 == Math.rint(value * 4))
                .hasSizeBetween(500, 1100);
    }

    @Test
    void aRangeOfOneNumberIsThatNumberAndAnEmptyOneIsRefused() {
        assertThat(drawn(draw -> draw.integer(7, 7))).containsOnly(7);
        assertThat(drawn(draw -> draw.real(0.3, 0.3))).containsOnly(0.3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Draw(1).integer(2, 1))
                .withMessage("nothing lies between 2 and 1");
    }

    @Test
    void listsAndTextsHaveAllLengths() {
        assertThat(drawn(draw -> draw.list(0, 3, () -> draw.pick('a', 'b')).size()))
                .containsOnly(0, 1, 2, 3);
        assertThat(drawn(draw -> draw.text(1, 2, () -> draw.oneOf(() -> (int) 'x', () -> 0x1F300))))
                .containsOnly("x", "🌀", "xx", "x🌀", "🌀x", "🌀🌀");
    }

    @Test
    void whatIsMadeOfSeveralDrawsIsShownInTheirPlace() {
        Draw draw = new Draw(1);
        draw.integer(5, 5);
        draw.reals(2, 2, () -> draw.real(1, 1));
        draw.any(() -> "made of " + draw.oneOf(() -> draw.integer(8, 8)));
        assertThat(draw).hasToString("5, [1.0, 1.0], \"made of 8\"");
    }
}
