package org.mandelspark.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static Formula sample(Formula.Family family) {
        return switch (family) {
            case MANDELBROT -> new Formula.Mandelbrot();
            case JULIA -> new Formula.Julia(-0.1, 1e-17);
            case MULTIBROT -> new Formula.Multibrot(5);
            case BURNING_SHIP -> new Formula.BurningShip();
            case TRICORN -> new Formula.Tricorn();
        };
    }

    @ParameterizedTest
    @EnumSource
    void theLabelOfEveryFamilyGivesTheFormulaBack(Formula.Family family) {
        Formula formula = sample(family);
        assertThat(formula.family()).isEqualTo(family);
        assertThat(Formula.parse(formula.label())).isEqualTo(formula);
        assertThat(Formula.parse(" " + formula.label() + "\n")).isEqualTo(formula);
    }

    @Test
    void everyFormulaIsOfAFamilyOfItsOwn() {
        assertThat(Arrays.stream(Formula.Family.values()).map(FormulaTest::sample))
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(Formula.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mandel", "mandelbrot:2", "Mandelbrot", "julia", "multibrot", "tricorn,"})
    void anUnknownLabelIsRefusedWithTheKnownForms(String label) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Formula.parse(label))
                .withMessage("unknown formula '" + label
                        + "', known are mandelbrot, julia:RE,IM, multibrot:D, burning-ship, tricorn");
    }
}
