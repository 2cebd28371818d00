package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DriverMemoryTest {
    private static final long MIB = 1 << 20;

    @Test
    void whatFitsIsAllowed() {
        DriverMemory.require("--size 1x1", 1000 * MIB, 200 * MIB, 1200 * MIB + DriverMemory.BASE_BYTES);
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheOptionToRaise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverMemory.require("--size 30000x30000", 3600 * MIB, 10 * MIB, 1024 * MIB))
                .withMessageContaining("--size 30000x30000")
                .withMessageContaining("3802 MiB")
                .withMessageContaining("there are 1024")
                .withMessageContaining("--driver-memory 4352m");
    }
}
