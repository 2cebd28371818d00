package org.mandelspark.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Views go on where doubles end. */
class ExactViewTest {
    private static View view(Frame frame, Size size, Arithmetic arithmetic) {
        return new View("view", new Formula.Mandelbrot(), frame, size, 100, arithmetic);
    }

    /** Doubles around 1.75 lie 2^-52 apart; 8 intervals of 4 such steps are just fine enough. */
    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "-1, true"})
    void doublesServeDownToStepsOfFourUnitsOfTheLastPlace(int more, boolean isExact) {
        double width = 8 * (4 * Math.ulp(1.75) + more * 0x1p-54);
        Size size = new Size(9, 9);
        assertThat(view(new Frame.Centred(-1.75, 0, width), size, Arithmetic.AUTO)
                        .isExact())
                .isEqualTo(isExact);
        assertThat(view(new Frame.Centred(-1.75, 0, width), size, Arithmetic.DOUBLES)
                        .isExact())
                .isFalse();
        assertThat(view(new Frame.Centred(-1.75, 0, width), size, Arithmetic.EXACT)
                        .isExact())
                .isTrue();
    }

    /** Around 0 doubles lie ever closer together; where steps are no normal doubles any more they are too coarse. */
    @ParameterizedTest
    @CsvSource({"1e-304, false", "1e-306, true", "1e-310, true", "1e-322, true", "1e-324, true", "1e-400, true"})
    void doublesServeAroundZeroDownToStepsThatAreNormal(String width, boolean isExact) {
        Size size = new Size(101, 51);
        View auto = view(Frame.centred("0,0", width), size, Arithmetic.AUTO);
        assertThat(auto.isExact()).isEqualTo(isExact);
        assertThat(auto.tooDeep()).isEmpty();
        if (isExact) {
            assertThat(auto.exactGrid()).isInstanceOf(DeepGrid.class);
        }
    }

    @Test
    void doublesAroundZeroSayWhatTheirLeastWidthIs() {
        Size size = new Size(101, 51);
        // 20 of the least doubles for 100 steps.
        assertThat(view(Frame.centred("0,0", "1e-322"), size, Arithmetic.DOUBLES)
                        .tooDeep())
                .hasValueSatisfying(line -> assertThat(line).endsWith("the least width is 2.3E-306"));
        assertThat(view(Frame.centred("0,0", "2.3e-306"), size, Arithmetic.DOUBLES)
                        .tooDeep())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> view(Frame.centred("0,0", "1e-324"), size, Arithmetic.DOUBLES))
                .withMessageEndingWith("the least width is 2.3E-306");
    }

    @Test
    void aViewOfAnyDepthHasCentresOfPixels() {
        View deep = view(Frame.zoomed("-1.25,1e-2000", "1e1990"), new Size(4, 3), Arithmetic.AUTO);
        assertThat(deep.exactGrid()).isInstanceOfSatisfying(DeepGrid.class, grid -> {
            assertThat(grid.centre()).isEqualTo(ExactPoint.parse("-1.25", "1e-2000"));
            assertThat(grid.spacing()).isEqualTo(Spacing.ofZoom("1e1990", new Size(4, 3)));
            BigDecimal half = grid.spacing().value().divide(BigDecimal.valueOf(2));
            assertThat(grid.re(0))
                    .isEqualByComparingTo(new BigDecimal("-1.25").subtract(half.multiply(BigDecimal.valueOf(3))));
            assertThat(grid.im(2))
                    .isEqualByComparingTo(new BigDecimal("1e-2000").add(half.multiply(BigDecimal.valueOf(2))));
        });
        assertThat(deep.tooDeep()).isEmpty();
    }

    @Test
    void exactCountsOfAShallowViewAreThoseOfTheSameDoubles() {
        View shallow = view(Frame.centred("-0.75,0.1", "1e-3"), new Size(5, 4), Arithmetic.EXACT);
        Grid grid = shallow.grid();
        for (int column = 0; column < 5; column++) {
            assertThat(shallow.exactGrid().re(column)).isEqualTo(new BigDecimal(grid.x()[column]));
        }
        for (int row = 0; row < 4; row++) {
            assertThat(shallow.exactGrid().im(row)).isEqualTo(new BigDecimal(grid.y(RowRange.band(row, row + 1))[0]));
        }
    }

    @Test
    void theZoomIsFourOverTheHeight() {
        Region region = Frame.zoomed("-0.5,0.25", "8").region(new Size(200, 100));
        assertThat(region).isEqualTo(new Region(-1, 0, 0, 0.5));
    }

    @Test
    void boundsThatAreTooCloseForDoublesHaveSquarePixelsOrAreRefused() {
        Frame square = Frame.bounds("-1.75,-1.7499999999999999999,0,1e-19");
        assertThat(view(square, new Size(50, 50), Arithmetic.AUTO).exactGrid().centre())
                .isEqualTo(ExactPoint.parse("-1.74999999999999999995", "5e-20"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> view(square, new Size(50, 40), Arithmetic.AUTO))
                .withMessageContaining("doubles end here");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> view(square, new Size(50, 40), Arithmetic.EXACT))
                .withMessageContaining("square pixels");
    }

    @Test
    void otherFormulasAreCountedInDoublesOrRefused() {
        Frame frame = new Frame.Centred(-1.75, 0, 1e-13);
        Size size = new Size(999, 999);
        View ship = new View("ship", new Formula.BurningShip(), frame, size, 100);
        assertThat(ship.isExact()).isFalse();
        assertThat(ship.tooDeep()).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new View("ship", new Formula.BurningShip(), frame, size, 100, Arithmetic.EXACT))
                .withMessageContaining("mandelbrot, not burning-ship");
    }

    @Test
    void framesAreEqualIfTheirDecimalsAre() {
        assertThat(Frame.zoomed("-1.50,0", "1e3"))
                .isEqualTo(Frame.zoomed("-1.5, 0.0", "1000"))
                .hasSameHashCodeAs(Frame.zoomed("-1.5,0", "1000"));
        assertThat(Frame.zoomed("-1.5,0", "3")).isNotEqualTo(Frame.centred("-1.5,0", "3"));
        assertThat(Frame.centred("-1.500000000000000000000000001,0", "3")).isNotEqualTo(Frame.centred("-1.5,0", "3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Re: -1.25\nIm: 0.5\nZoom: 1.0E40\nIterations: 5000\nIterDiv: 1\nFractalType: 0\nPower: 2\n",
                "# by somebody\r\n[location]\r\nreal = -1.25\r\nimag = 0.5\r\nzoom = 1E40\r\ndepth = 5000\r\n"
            })
    void locationsOfOtherProgramsAreRead(String text) {
        View view = LocationFormat.parse("somewhere", text);
        assertThat(view)
                .isEqualTo(new View(
                        "somewhere",
                        new Formula.Mandelbrot(),
                        Frame.zoomed("-1.25,0.5", "1e40"),
                        new Size(1024, 1024),
                        5000));
        assertThat(view.isExact()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Re: -1.25;Im: 0.5;Zoom: 1.0E40;Iterations: 5000;Power: 3 | another formula",
                "Re: -1.25;Im: 0.5;Zoom: 1.0E40;Iterations: 5000;FractalType: 1 | another formula",
                "Re: -1.25;Im: 0.5;Zoom: 1.0 | no 'iterations' or 'depth'",
                "Re: -1.25;Im: 0. | no 'zoom'",
                "Re: -1.2a5;Im: 0.5;Zoom: 1.0E40;Iterations: 5000 | RE,IM",
                "Re: -1.25;Im: 0.5;Zoom: 1.0E40;Iterations: 5e9 | whole number from 1 to",
                "[location];real = 3 | no 'im' or 'imag'"
            })
    void otherLocationsAreRefused(String lines, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocationFormat.parse("cut", lines.replace(';', '\n')))
                .withMessageStartingWith("location cut: ")
                .withMessageContaining(reason);
    }
}
