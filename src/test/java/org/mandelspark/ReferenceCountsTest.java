package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandelspark.grid.Formula;

class ReferenceCountsTest {
    @ParameterizedTest
    @EnumSource(Formula.Family.class)
    void everyFamilyHasAReferenceWhoseCountsAreThere(Formula.Family family) {
        assertThat(ReferenceCounts.all())
                .as("fixtures of family " + family + ", which src/test/python/make_fixtures.py makes")
                .anyMatch(
                        reference -> Formula.parse(reference.formula()).family() == family && reference.file() != null);
    }
}
