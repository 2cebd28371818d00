package org.mandelspark.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.mandelspark.picture.Colouring.Direction;
import org.mandelspark.picture.Colouring.Kind;

class ColouringTest {
    private static final Palette VIRIDIS = Palette.named("viridis");

    @Test
    void thePaletteRepeatsFromAnOffsetOn() {
        Colouring thrice = new Colouring(Kind.BANDS, VIRIDIS, Direction.FORWARD, 3, 0.5);
        assertThat(thrice.place(0)).isEqualTo(128);
        assertThat(thrice.place(10)).isEqualTo(158);
        assertThat(thrice.place(100)).isEqualTo(172);
        assertThat(thrice.place(128)).isZero();
    }

    @Test
    void invertedItRunsTheOtherWayAndTwiceInvertedIsForward() {
        Colouring inverted = new Colouring(Kind.BANDS, VIRIDIS, Direction.INVERTED, 1, 0);
        assertThat(inverted.place(0)).isZero();
        assertThat(inverted.place(1)).isEqualTo(255);
        for (int shade = 1; shade < 256; shade++) {
            assertThat(inverted.place(inverted.place(shade))).isEqualTo(shade);
        }
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Colouring(Kind.BANDS, VIRIDIS, Direction.FORWARD, 0, 0))
                .withMessageContaining("from 1 to 1000");
        for (double offset : new double[] {-0.1, 1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Colouring(Kind.BANDS, VIRIDIS, Direction.FORWARD, 1, offset))
                    .withMessageContaining("less than 1");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kind.parse("rainbow"))
                .withMessageContaining("bands");
    }
}
