package org.mandelspark.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class DeepGridTest {
    @Property(cases = 300)
    void theSpacingIsTheNearestOne(Draw draw) {
        int exponent = draw.integer(-400, 5);
        String width = draw.integer(1, 999_999) + "e" + exponent;
        Size size = new Size(draw.integer(1, 5000), 1);
        Spacing spacing = Spacing.ofWidth(width, size);
        BigDecimal error = spacing.value()
                .multiply(BigDecimal.valueOf(size.width()))
                .subtract(new BigDecimal(width))
                .abs();
        // Half a unit of the mantissa, for each pixel of the width.
        BigDecimal half = spacing.value()
                .divide(BigDecimal.valueOf(spacing.mantissa()))
                .multiply(BigDecimal.valueOf(size.width()))
                .divide(BigDecimal.valueOf(2));
        assertThat(error).isLessThanOrEqualTo(half);
    }

    @Test
    void theZoomOneIsFourHigh() {
        assertThat(Spacing.ofZoom("1", new Size(100, 4)).value()).isEqualByComparingTo("1");
        assertThat(Spacing.ofZoom("1e0", new Size(7, 1024)).value()).isEqualByComparingTo("0.00390625");
    }

    @Test
    void mantissasHave26Bits() {
        assertThat(Spacing.ofWidth("1", new Size(1, 1))).isEqualTo(new Spacing(1 << 25, -25));
        // Just below a power of two it is rounded up to that.
        assertThat(Spacing.ofWidth("0.9999999999", new Size(1, 1))).isEqualTo(new Spacing(1 << 25, -25));
        assertThat(Spacing.ofWidth("1e-5000", new Size(1, 1)).exponent()).isEqualTo(-16635);
    }

    @Test
    void pixelsLieAroundTheCentre() {
        DeepGrid even = new DeepGrid(ExactPoint.parse("0", "0"), new Spacing(1 << 25, -25), new Size(4, 3));
        assertThat(even.halvesRight(0)).isEqualTo(-3);
        assertThat(even.halvesRight(3)).isEqualTo(3);
        assertThat(even.halvesUp(0)).isEqualTo(-2);
        assertThat(even.halvesUp(1)).isZero();
    }

    @Test
    void pointsOfTheSameNumbersAreEqual() {
        assertThat(ExactPoint.parse("-0.50", "1e-3")).isEqualTo(ExactPoint.parse("-.5", "0.0010"));
        assertThat(ExactPoint.parse("0", "-0.0")).isEqualTo(ExactPoint.parse("0e9", "0"));
        assertThat(ExactPoint.parse("1" + "0".repeat(6), "-1e6").re()).isEqualByComparingTo("1000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "1,5", "0x1p3", "1e", "NaN", "--1", "1e9999999999", "1e99999999", "2e6", "-1048577"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> ExactPoint.parse(text, "0")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "-1e-30", "1e-2000000"})
    void widthsThatAreNotPositiveAreRefused(String width) {
        assertThatThrownBy(() -> Spacing.ofWidth(width, new Size(1, 1))).isInstanceOf(IllegalArgumentException.class);
    }
}
