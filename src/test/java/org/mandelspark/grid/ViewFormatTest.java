package org.mandelspark.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewFormatTest {
    @Test
    void aViewByItsBounds() {
        View view = ViewFormat.parse("m", "# comment\nregion = -2, 0.5, -1.25, 1.25\nsize = 100x50\nmax-iter = 7\n");
        assertThat(view.grid().region()).isEqualTo(new Region(-2, 0.5, -1.25, 1.25));
        assertThat(view.size()).isEqualTo(new Size(100, 50));
        assertThat(view.maxIter()).isEqualTo(7);
        assertThat(view.name()).isEqualTo("m");
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsDoNotMatter() {
        View view = ViewFormat.parse("m", "\ufeffregion = -2, 1, -1, 1\r\nsize = 20x20\r\nmax-iter = 9\r\n");
        assertThat(view.grid().region()).isEqualTo(new Region(-2, 1, -1, 1));
        assertThat(view.maxIter()).isEqualTo(9);
    }

    @Test
    void aViewByItsCentreHasSquarePixels() {
        View view = ViewFormat.parse("s", "center = -0.75, 0.25\nwidth = 0.5\nsize = 200x100\nmax-iter = 7\n");
        assertThat(view.grid().region()).isEqualTo(new Region(-1, -0.5, 0.125, 0.375));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "size = 1x1|max-iter = 1; either region",
                "region = 0,1,0,1|center = 0,0|size = 1x1|max-iter = 1; either region",
                "center = 0,0|size = 1x1|max-iter = 1; either region",
                "region = 0,1,0,1|max-iter = 1; size is missing",
                "region = 0,1,0,1|size = 1x1; max-iter is missing",
                "region = 0,1,0,1|size = 1x1|max-iter = 0; at least 1",
                "region = 0,1,0,1|size = 1x1|max-iter = many; whole number",
                "region = 1,0,0,1|size = 1x1|max-iter = 1; xmin must be less",
                "region = 0,NaN,0,1|size = 1x1|max-iter = 1; finite",
                "region = 0,1,0|size = 1x1|max-iter = 1; XMIN,XMAX,YMIN,YMAX",
                "region = 0,1,0,1|size = 1x1|max-iter = 1|colour = red; unknown key 'colour'",
                "center = 0,0|width = -1|size = 1x1|max-iter = 1; positive",
            })
    void aWrongViewIsRefusedWithItsNameAndTheReason(String lines, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ViewFormat.parse("mine", lines.replace('|', '\n')))
                .withMessageStartingWith("view mine: ")
                .withMessageContaining(reason);
    }
}
