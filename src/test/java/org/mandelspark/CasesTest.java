package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class CasesTest {
    private static final Pattern FAILURE = Pattern.compile(
            "case \\d+ of 1000 \\(-Dmandelspark\\.seed=0\\) fails with draws (.+)\\R"
                    + "to run it alone: mvn test -Dtest=SomeTest#someLaw -Dmandelspark\\.case=(\\d+)\\R(?s:.*less than.*)");

    private final List<Integer> drawn = new ArrayList<>();

    @Property(cases = 7)
    void aPropertyIsOneTestOfAllItsCases(Draw draw) {
        drawn.add(draw.integer(0, 1_000_000));
    }

    /** Also under {@code mvn test -Dmandelspark.case=5}, which runs that case alone. */
    @AfterEach
    void allWereTried(TestInfo test) {
        if (test.getTestMethod().orElseThrow().isAnnotationPresent(Property.class)) {
            String alone = System.getProperty(Cases.CASE);
            if (alone == null) {
                assertThat(drawn).hasSize(7);
            } else {
                assertThat(drawn).containsExactly(new Draw(Long.parseLong(alone)).integer(0, 1_000_000));
            }
        }
    }

    @Test
    void aFailureShowsItsValuesAndRunsAlone() {
        AssertionError failure = failure(Map.of());
        Matcher said = FAILURE.matcher(failure.getMessage());
        assertThat(said.matches()).as(failure.getMessage()).isTrue();
        assertThat(said.group(1)).isEqualTo(drawn.get(drawn.size() - 1) + ", \"a\\u0301\"");
        assertThat(failure).hasCauseInstanceOf(AssertionError.class);
        int last = drawn.get(drawn.size() - 1);
        drawn.clear();
        assertThat(failure(Map.of(Cases.CASE, said.group(2))))
                .hasMessageStartingWith("the case fails with draws " + last)
                .hasMessageContaining(said.group(2));
        assertThat(drawn).containsExactly(last);
    }

    private AssertionError failure(Map<String, String> settings) {
        return catchThrowableOfType(
                AssertionError.class,
                () -> Cases.run("SomeTest#someLaw", 1000, settings::get, draw -> {
                    drawn.add(draw.integer(0, 1_000_000));
                    draw.pick("a\u0301");
                    assertThat(drawn.get(drawn.size() - 1)).isLessThan(500_000);
                }));
    }

    @Test
    void everyBuildTriesTheSameCasesUnlessSaid() {
        List<Long> usual = seeds("A#a", Map.of());
        assertThat(usual).doesNotHaveDuplicates().hasSize(20).isEqualTo(seeds("A#a", Map.of(Cases.SEED, "0")));
        assertThat(seeds("A#b", Map.of())).doesNotContainAnyElementsOf(usual);
        assertThat(seeds("A#a", Map.of(Cases.SEED, "1"))).doesNotContainAnyElementsOf(usual);
        assertThat(seeds("A#a", Map.of(Cases.SEED, "random"))).isNotEqualTo(seeds("A#a", Map.of(Cases.SEED, "random")));
    }

    private static List<Long> seeds(String test, Map<String, String> settings) {
        List<Long> seeds = new ArrayList<>();
        Cases.run(test, 20, settings::get, draw -> seeds.add(draw.seed()));
        return seeds;
    }

    @Test
    void aSeedIsANumber() {
        for (String setting : List.of(Cases.CASE, Cases.SEED)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> seeds("A#a", Map.of(setting, "x7")))
                    .withMessageStartingWith(setting)
                    .withMessageEndingWith("not 'x7'");
        }
    }
}
