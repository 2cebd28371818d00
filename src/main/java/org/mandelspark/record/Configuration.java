package org.mandelspark.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mandelspark.grid.PlainText;

/**
 * Properties that distinguish one row of a study from others: a value for each axis, a text or a whole number. In files
 * it is an object, so that a new axis does not change their format.
 *
 * @param values by the name of the axis, in the order in which they were given
 */
public record Configuration(@JsonValue Map<String, Object> values) {
    @JsonCreator
    public Configuration {
        values.forEach((axis, value) -> {
            PlainText.requireName("an axis", axis);
            if (value instanceof String text) {
                PlainText.requireName("'" + axis + "'", text);
            } else if (!(value instanceof Integer)) {
                throw new IllegalArgumentException(
                        "'" + axis + "' must be a string or a whole number of at most 32 bits, not " + value);
            }
        });
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** No axis yet. */
    public Configuration() {
        this(Map.of());
    }

    /** A copy with the given text on one more axis. */
    public Configuration with(String axis, String value) {
        return plus(axis, value);
    }

    /** A copy with the given number on one more axis. */
    public Configuration with(String axis, int value) {
        return plus(axis, value);
    }

    /** A copy with the given number on one more axis, or this configuration if there is no number. */
    public Configuration with(String axis, OptionalInt value) {
        return value.isPresent() ? plus(axis, value.getAsInt()) : this;
    }

    private Configuration plus(String axis, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(axis, value);
        return new Configuration(more);
    }

    /**
     * The text on an axis.
     *
     * @throws IllegalArgumentException if there is none
     */
    public String text(String axis) {
        return Optional.ofNullable(values.get(axis))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElseThrow(() -> new IllegalArgumentException("a configuration has no text for '" + axis + "'"));
    }

    /** The number on an axis, if it has that axis. */
    public OptionalInt number(String axis) {
        return values.get(axis) instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
