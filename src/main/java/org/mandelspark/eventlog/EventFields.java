package org.mandelspark.eventlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Fields of one event at a time, in their order; whatever is not asked for is passed over without being kept. */
final class EventFields {
    /** Deeper than any event; Spark's own reach ten. */
    private static final int DEEPEST = 100;

    /** A bit later than the year 2286. */
    static final long LATEST_MS = 10_000_000_000_000L;

    /** Characters of a name or a text that are kept. */
    private static final int LONGEST_TEXT = 10_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(EventLines.LONGEST)
                    .build())
            .build();

    private final JsonParser json;

    private EventFields(JsonParser json) {
        this.json = json;
    }

    /** Reader of a field, whose value the fields stand on; what it does not read is passed over. */
    @FunctionalInterface
    interface Field {
        void read(String name, EventFields fields) throws IOException;
    }

    /** Reads the fields of a line; throws IOException if that is not an object, not whole, or holds impossible numbers. */
    static void read(byte[] line, int length, Field field) throws IOException {
        try (JsonParser json = JSON.createParser(line, 0, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(json, "not an object");
            }
            new EventFields(json).object(field);
        }
    }

    /** Reads the fields of the object that the value is; of anything else nothing. */
    void object(Field field) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            field.read(name, this);
            json.skipChildren();
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw new JsonParseException(json, "not whole");
        }
    }

    /** A time or a number from 0 to the year 2286. */
    long whole() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new JsonParseException(json, "not a whole number");
        }
        long value = json.getLongValue();
        if (value < 0 || value > LATEST_MS) {
            throw new JsonParseException(json, "out of range");
        }
        return value;
    }

    /** A whole number from 0 to 2³¹ − 1. */
    int number() throws IOException {
        long value = whole();
        if (value > Integer.MAX_VALUE) {
            throw new JsonParseException(json, "out of range");
        }
        return (int) value;
    }

    /** An amount that executors report; some have reported less than nothing. */
    long amount() throws IOException {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getLongValue() < 0 ? 0 : whole();
    }

    /** A nanosecond amount, rounded down to milliseconds; any that 64 bits hold. */
    long nanosAsMs() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new JsonParseException(json, "not a whole number");
        }
        return Math.max(0, json.getLongValue() / 1_000_000);
    }

    /** A finite number of at least 0. */
    double fraction() throws IOException {
        if (!json.currentToken().isNumeric()) {
            throw new JsonParseException(json, "not a number");
        }
        double value = json.getDoubleValue();
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new JsonParseException(json, "out of range");
        }
        return value;
    }

    boolean isTrue() {
        return json.currentToken() == JsonToken.VALUE_TRUE;
    }

    /** A string, cut where it is too long; of anything else nothing. */
    String text() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return "";
        }
        String text = json.getText();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** A list of whole numbers; of anything else nothing. */
    List<Integer> numbers() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                numbers.add(number());
            }
        }
        return numbers;
    }

    /** Number of elements of a list; of anything else 0. */
    int elements() throws IOException {
        int elements = 0;
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == null) {
                    throw new JsonParseException(json, "not whole");
                }
                json.skipChildren();
                elements++;
            }
        }
        return elements;
    }
}
