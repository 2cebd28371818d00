package org.mandelspark.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HostProbeTest {
    private static final SortedSet<String> PRESENT = new TreeSet<>(List.of("a:1", "b:2"));

    @Test
    void nothingIsMissingIfEveryExecutorAnswered() {
        assertThat(HostProbe.shortfalls(
                        List.of(report(0, "a:1"), report(1, "b:2")), PRESENT, 2, OptionalInt.of(2), OptionalInt.of(2)))
                .isEmpty();
    }

    @Test
    void anExecutorThatDidNotAnswerIsNamed() {
        assertThat(HostProbe.shortfalls(List.of(report(0, "a:1")), PRESENT, 2, OptionalInt.of(1), OptionalInt.empty()))
                .containsExactly("not reached: 1 of 2 executors (b:2); workers that answered: 1");
    }

    @Test
    void executorsThatDidNotComeAndSlotsThatThereAreNotAreCounted() {
        assertThat(HostProbe.shortfalls(
                        List.of(report(0, "a:1"), report(1, "b:2")), PRESENT, 2, OptionalInt.of(8), OptionalInt.of(3)))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("only 2 of 3 executors came"))
                .anySatisfy(line -> assertThat(line).isEqualTo("--workers 8: the executors have slots for 2"));
    }

    private static WorkerReport report(int rank, String address) {
        return new WorkerReport(rank, 2, "host", address, address, 0, 1, 1, "test", "jvm");
    }
}
