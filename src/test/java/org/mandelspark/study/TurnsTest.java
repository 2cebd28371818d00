package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.Run;
import org.mandelspark.record.TestRuns;
import org.mandelspark.study.Turns.Station.Closing;
import org.mandelspark.workload.Work;

/** Engines and times are made up: nothing here takes any. */
class TurnsTest {
    private final List<String> events = new ArrayList<>();

    @Test
    void everyRoundMeasuresEachConfigurationOnceInAnOrderOfItsOwn() throws IOException {
        List<Fake> stations = List.of(
                new Fake("a", Closing.NEEDLESS, TurnsTest::steady),
                new Fake("b", Closing.RESTARTS_HERE, TurnsTest::steady),
                new Fake("c", Closing.RESTARTS_HERE, TurnsTest::steady));
        new Turns(new StudySettings(8, 2, 5), stations).take();
        List<String> measured = events("measured");
        List<String> orders = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            List<String> names = measured.subList(3 * round, 3 * round + 3);
            assertThat(names)
                    .containsExactlyInAnyOrder(
                            "a measured " + (round + 1), "b measured " + (round + 1), "c measured " + (round + 1));
            orders.add(names.stream().map(name -> name.substring(0, 1)).toList().toString());
        }
        assertThat(orders.stream().distinct().count()).isGreaterThan(2);
    }

    @Test
    void oneOfTwoThatCannotLiveTogetherIsClosedFirstAndItsFirstRunAfterwardsDoesNotCount() throws IOException {
        new Turns(
                        new StudySettings(6, 1, 5),
                        List.of(
                                new Fake("a", Closing.NEEDLESS, TurnsTest::steady),
                                new Fake("b", Closing.RESTARTS_HERE, TurnsTest::steady),
                                new Fake("c", Closing.RESTARTS_HERE, TurnsTest::steady)))
                .take();
        List<String> open = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            String[] event = events.get(i).split(" ", -1);
            if (event[1].equals("opens")) {
                open.add(event[0]);
                assertThat(open).doesNotContainSequence("b", "c").doesNotContainSequence("c", "b");
                assertThat(events.get(i + 1)).startsWith(event[0] + " warmup");
            } else if (event[1].equals("closes")) {
                open.remove(event[0]);
            }
            assertThat(open.contains("b") && open.contains("c")).isFalse();
        }
        assertThat(open).isEmpty();
        assertThat(events("opens")).filteredOn(event -> event.startsWith("a")).hasSize(1);
        assertThat(events("warmup")).filteredOn(event -> event.startsWith("a")).hasSize(1);
        assertThat(events("opens")).filteredOn(event -> event.startsWith("b")).hasSizeGreaterThan(2);
    }

    @Test
    void theOnlyEngineOfItsKindStaysOpen() throws IOException {
        new Turns(
                        new StudySettings(4, 1, 5),
                        List.of(
                                new Fake("a", Closing.NEEDLESS, TurnsTest::steady),
                                new Fake("b", Closing.LOSES_ALL, TurnsTest::steady)))
                .take();
        assertThat(events("opens")).hasSize(2);
        assertThat(events("warmup")).hasSize(2);
        assertThat(rounds()).isEqualTo(List.of(1, 1, 2, 2, 3, 3, 4, 4));
    }

    @Test
    void enginesThatLoseTheirJvmsKeepTheirRepeatsTogether() throws IOException {
        new Turns(
                        new StudySettings(3, 1, 5),
                        List.of(
                                new Fake("b", Closing.LOSES_ALL, TurnsTest::steady),
                                new Fake("c", Closing.LOSES_ALL, TurnsTest::steady)))
                .take();
        assertThat(events("opens")).hasSize(2);
        assertThat(rounds()).isEqualTo(List.of(1, 2, 3, 1, 2, 3));
    }

    @Test
    void warmUpsEndWhenTheLastFiveAreSteady() throws IOException {
        new Turns(
                        new StudySettings(2, new Warmup.UntilSteady(), 5),
                        List.of(
                                new Fake("a", Closing.NEEDLESS, run -> run < 4 ? 2 - run / 10.0 : 1 + run * 1e-4),
                                new Fake("b", Closing.NEEDLESS, TurnsTest::steady)))
                .take();
        assertThat(events("warmup")).filteredOn(event -> event.startsWith("a")).hasSize(9);
        assertThat(events("warmup")).filteredOn(event -> event.startsWith("b")).hasSize(5);
    }

    @Test
    void aNoisyMachineEndsAtTheLimitOfRunsAndASlowOneAtThatOfTime() throws IOException {
        new Turns(
                        new StudySettings(2, new Warmup.UntilSteady(), 5),
                        List.of(
                                new Fake("a", Closing.NEEDLESS, run -> 1 + run % 2),
                                new Fake("b", Closing.NEEDLESS, run -> run == 0 ? 40 : 13 + run % 2)))
                .take();
        assertThat(events("warmup")).filteredOn(event -> event.startsWith("a")).hasSize(Warmup.UntilSteady.MOST);
        assertThat(events("warmup")).filteredOn(event -> event.startsWith("b")).hasSize(4);
        assertThat(rounds()).hasSize(4);
    }

    @Test
    void theSeedDecidesTheOrderHoweverManyWarmUpsThereAre() throws IOException {
        List<List<String>> orders = new ArrayList<>();
        for (int warmups : List.of(0, 3)) {
            events.clear();
            new Turns(
                            new StudySettings(5, warmups, 9),
                            List.of(
                                    new Fake(
                                            "a",
                                            Closing.NEEDLESS,
                                            TurnsTest::steady,
                                            TurnsTest::steady,
                                            TurnsTest::steady),
                                    new Fake("b", Closing.NEEDLESS, TurnsTest::steady, TurnsTest::steady)))
                    .take();
            orders.add(events("measured"));
        }
        assertThat(orders.get(0)).hasSize(25).isEqualTo(orders.get(1));
    }

    @Test
    void onlyMissingRepeatsAreMeasuredAndOnlyTheirConfigurationsWarmedUp() throws IOException {
        Fake some = new Fake("a", Closing.RESTARTS_HERE, TurnsTest::steady, TurnsTest::steady);
        some.made = List.of(3, 1);
        new Turns(new StudySettings(3, 2, 5), List.of(some, new Fake("b", Closing.RESTARTS_HERE, TurnsTest::steady)))
                .take();
        assertThat(events("measured"))
                .filteredOn(event -> event.startsWith("a"))
                .containsExactly("a1 measured 2", "a1 measured 3");
        assertThat(events("warmup")).noneMatch(event -> event.startsWith("a0"));
    }

    @Test
    void anEngineIsCalibratedOnceAndNotBeforeItWasMeasured() throws IOException {
        new Turns(
                        new StudySettings(3, 0, 5),
                        List.of(
                                new Fake("b", Closing.RESTARTS_HERE, TurnsTest::steady),
                                new Fake("c", Closing.RESTARTS_HERE, TurnsTest::steady)))
                .take();
        for (String name : List.of("b", "c")) {
            assertThat(events).containsOnlyOnce(name + " is warm");
            assertThat(events.get(events.indexOf(name + " is warm") - 1)).isEqualTo(name + " measured 1");
        }
    }

    @Test
    void aRunThatFailsLeavesNoEngineOpen() {
        Fake broken = new Fake("b", Closing.RESTARTS_HERE, run -> {
            throw new StudyException("broken");
        });
        assertThatExceptionOfType(StudyException.class)
                .isThrownBy(() -> new Turns(new StudySettings(3, 0, 5), List.of(broken)).take());
        assertThat(events).containsExactly("b opens", "b closes");
    }

    private static double steady(int run) {
        return 1;
    }

    private List<String> events(String what) {
        return events.stream().filter(event -> event.contains(" " + what)).toList();
    }

    private List<Integer> rounds() {
        return events("measured").stream()
                .map(event -> Integer.parseInt(event.substring(event.lastIndexOf(' ') + 1)))
                .toList();
    }

    /** An engine that writes down what happens to it, with a configuration for each function of times. */
    private final class Fake implements Turns.Station {
        private final String name;
        private final Closing closing;
        private final IntToDoubleFunction[] seconds;
        private final int[] runs;
        private List<Integer> made;

        Fake(String name, Closing closing, IntToDoubleFunction... seconds) {
            this.name = name;
            this.closing = closing;
            this.seconds = seconds;
            this.runs = new int[seconds.length];
            this.made = Collections.nCopies(seconds.length, 0);
        }

        @Override
        public void open() {
            events.add(name + " opens");
        }

        @Override
        public void close() {
            events.add(name + " closes");
        }

        @Override
        public void measured() {
            events.add(name + " is warm");
        }

        @Override
        public Closing closing() {
            return closing;
        }

        @Override
        public List<Turns.Configuration> configurations() {
            Turns.Configuration[] configurations = new Turns.Configuration[seconds.length];
            Arrays.setAll(configurations, this::configuration);
            return List.of(configurations);
        }

        private Turns.Configuration configuration(int index) {
            return new Turns.Configuration() {
                @Override
                public int made() {
                    return made.get(index);
                }

                @Override
                public Run run(Phase phase, int repeat) {
                    Run run = lasting(phase, repeat, seconds[index].applyAsDouble(runs[index]++));
                    events.add(name + (seconds.length == 1 ? "" : index) + " " + phase.label() + " " + repeat);
                    return run;
                }
            };
        }
    }

    private static Run lasting(Phase phase, int repeat, double seconds) {
        ChunkTiming chunk =
                new ChunkTiming(0, RowRange.band(0, 1), "driver", "here", 0, 1, 2, 1, new Work(1, 1, "none"), 0, 0);
        return TestRuns.of(
                phase,
                repeat,
                "threads",
                "static",
                1,
                0,
                Math.round(seconds * 1e9),
                "0",
                List.of(chunk),
                TaskOverheads.NONE,
                1,
                ExtraAttempts.NONE);
    }
}
