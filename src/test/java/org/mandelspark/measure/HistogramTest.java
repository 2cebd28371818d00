package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class HistogramTest {
    @Test
    void theSpikeIsInNoBinAndEmptyBinsAreOnlyBetween() {
        HistogramBuilder builder = HistogramBuilder.powersOfTwo().withSpike(9);
        builder.add(2, 1);
        builder.add(3, 4);
        builder.add(9, 1000);
        builder.add(8, 1);
        builder.add(15, 1);
        assertThat(builder.build())
                .isEqualTo(new Histogram(
                        List.of(new Histogram.Bin(2, 3, 5), new Histogram.Bin(4, 7, 0), new Histogram.Bin(8, 15, 2)),
                        OptionalLong.of(9),
                        1000));
        assertThat(builder.build().total()).isEqualTo(1007);
    }

    @Test
    void aHistogramIsNotChangedByWhatIsCountedLater() {
        HistogramBuilder builder = HistogramBuilder.powersOfTwo();
        Histogram empty = builder.build();
        builder.add(1, 1);
        assertThat(empty).isEqualTo(new Histogram(List.of(), OptionalLong.empty(), 0));
        assertThat(builder.build().bins()).containsExactly(new Histogram.Bin(1, 1, 1));
    }

    @Test
    void theExtremesHaveBins() {
        for (HistogramBuilder builder : List.of(HistogramBuilder.powersOfTwo(), HistogramBuilder.binsPerDecade(3))) {
            builder.add(0, 7);
            builder.add(Long.MAX_VALUE, 8);
            List<Histogram.Bin> bins = builder.build().bins();
            assertThat(bins.get(0)).isEqualTo(new Histogram.Bin(0, 0, 7));
            assertThat(bins.get(bins.size() - 1).high()).isEqualTo(Long.MAX_VALUE);
            assertThat(bins.get(bins.size() - 1).count()).isEqualTo(8);
        }
    }

    @Test
    void decadesAreCutEvenlyAndRoundedUp() {
        HistogramBuilder builder = HistogramBuilder.binsPerDecade(3);
        builder.add(1, 1);
        builder.add(215, 1);
        // 10^(i/3): 1, 2.15, 4.64, 10, 21.5, 46.4, 100, 215.4.
        assertThat(builder.build().bins())
                .containsExactly(
                        new Histogram.Bin(1, 2, 1),
                        new Histogram.Bin(3, 4, 0),
                        new Histogram.Bin(5, 9, 0),
                        new Histogram.Bin(10, 21, 0),
                        new Histogram.Bin(22, 46, 0),
                        new Histogram.Bin(47, 99, 0),
                        new Histogram.Bin(100, 215, 1));
    }

    @Test
    void binsWithoutAWholeNumberAreLeftOut() {
        HistogramBuilder builder = HistogramBuilder.binsPerDecade(10);
        builder.add(1, 1);
        builder.add(10, 1);
        // 10^(i/10): 1, 1.26, 1.58, 2, 2.5, 3.2, 3.98, 5.01, 6.3, 7.9, 10, 12.6; log10(2) is above 3/10.
        assertThat(builder.build().bins())
                .extracting(Histogram.Bin::low)
                .containsExactly(1L, 2L, 3L, 4L, 6L, 7L, 8L, 10L);
    }

    @Property
    void aNumberIsCountedInTheBinThatHoldsIt(Draw draw) {
        long value = draw.integer(0, Long.MAX_VALUE);
        int n = draw.integer(1, 50);
        for (HistogramBuilder builder : List.of(HistogramBuilder.powersOfTwo(), HistogramBuilder.binsPerDecade(n))) {
            builder.add(value, 2);
            List<Histogram.Bin> bins = builder.build().bins();
            assertThat(bins).hasSize(1);
            assertThat(value).isBetween(bins.get(0).low(), bins.get(0).high());
            assertThat(bins.get(0).count()).isEqualTo(2);
        }
    }

    @Test
    void impossibleNumbersAreRefused() {
        HistogramBuilder builder = HistogramBuilder.powersOfTwo();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(-1, 1))
                .withMessageContaining("not -1");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.add(1, 0)).withMessageContaining("not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.withSpike(-5));
        assertThatIllegalArgumentException().isThrownBy(() -> HistogramBuilder.binsPerDecade(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Histogram.Bin(3, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Histogram.Bin(2, 3, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Histogram(List.of(), OptionalLong.empty(), 1));
    }
}
