package org.mandelspark.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTest {
    @Test
    void oneNumberIsASquare() {
        assertThat(Size.parse("800")).isEqualTo(new Size(800, 800));
        assertThat(Size.parse(" 800x600 ")).isEqualTo(new Size(800, 600));
        assertThat(Size.parse("800×600")).isEqualTo(new Size(800, 600));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "800x", "x600", "800x600x3", "8e2", "800,600", "1.5x2"})
    void whatIsNoSizeIsRefusedWithTheForm(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Size.parse(text))
                .withMessageContaining("WIDTHxHEIGHT, such as 800x600, or is one number, not '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "0x9", "9x0", "-1x5", "2147483648x1", "99999999999x1", "99999999999999999999"})
    void sidesThatAreNoneAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Size.parse(text))
                .withMessageMatching(".*(at least 1x1|at most 2147483647 pixels long).*");
    }

    @Test
    void aPictureTooLargeForOneArrayIsToBeWrittenInTiles() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Size.parse("50000x50000").inOneArray())
                .withMessageContaining("2500000000 pixels")
                .withMessageContaining("'pyramid'");
    }

    @Test
    void theLargestPictureOfOneArrayIsAllowed() {
        assertThat(Size.parse(Size.MAX_PIXELS + "x1").inOneArray().pixels()).isEqualTo(Size.MAX_PIXELS);
    }
}
