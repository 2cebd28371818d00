package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HotspotTest {
    @Test
    void selfIsTheRunningMethodAndCumulativeWhoWaitsForIt() {
        List<Hotspot> hotspots = Hotspot.of(List.of(
                List.of("escape", "fill", "main"),
                List.of("escape", "fill", "main"),
                List.of("fill", "main"),
                List.of("write", "main")));
        assertThat(hotspots)
                .containsExactly(
                        new Hotspot("escape", 2, 2),
                        new Hotspot("fill", 1, 3),
                        new Hotspot("write", 1, 1),
                        new Hotspot("main", 0, 4));
    }

    @Test
    void recursionCountsOnceASample() {
        assertThat(Hotspot.of(List.of(List.of("f", "f", "g", "f"))))
                .containsExactly(new Hotspot("f", 1, 1), new Hotspot("g", 0, 1));
    }

    @Test
    void noSamplesAreNoHotspots() {
        assertThat(Hotspot.of(List.of())).isEmpty();
    }
}
