package org.mandelspark.files;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mandelspark.grid.PlainText;

/** Writes values as JSON files (indented, UTF-8), and reads them back. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private static final Pattern MISSING = Pattern.compile("[Mm]issing required creator property '([^']+)'");

    private static final int LONGEST_VALUE = 40;

    static {
        MAPPER.registerSubtypes(new NamedType(NpyMatrix.class, "npy"));
    }

    private Json() {}

    /**
     * Reads the tree of a file, all of it and nothing more.
     *
     * @param file its path, as for {@link OutputFile#of}
     * @throws IllegalArgumentException that says why it cannot be read
     */
    public static JsonNode readFile(String file) {
        try (InputStream in = InputFile.open(file)) {
            return read(in);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is not JSON, or incomplete", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": " + Store.reason(e), e);
        }
    }

    /** Reads the tree of a stream, all of it and nothing more. */
    public static JsonNode read(InputStream in) throws IOException {
        return MAPPER.readTree(in);
    }

    /** The tree that {@link #write} would write. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * Reads the tree of a file's content.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public static JsonNode tree(byte[] content) {
        try {
            return MAPPER.readTree(content);
        } catch (IOException e) {
            throw new IllegalArgumentException("it is not JSON, or incomplete", e);
        }
    }

    /**
     * The value that a tree describes. Keys that are not known are ignored.
     *
     * @throws IllegalArgumentException that names what is missing or wrong
     */
    public static <T> T value(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (ValueInstantiationException e) {
            throw new IllegalArgumentException(
                    e.getCause() instanceof IllegalArgumentException cause ? cause.getMessage() : problem(tree, e), e);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(problem(tree, e), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** Writes a record, or maps and lists of such, and leaves the stream open. */
    public static void write(Object value, OutputStream out) throws IOException {
        MAPPER.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, value);
    }

    /** The content of a file with such a value. */
    public static byte[] bytes(Object value) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        write(value, content);
        return content.toByteArray();
    }

    private static String problem(JsonNode tree, JsonMappingException e) {
        JsonNode node = tree;
        String key = "value";
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() != null) {
                key = step.getFieldName();
                node = node.path(key);
            } else {
                node = node.path(step.getIndex());
            }
        }
        Matcher missing = MISSING.matcher(String.valueOf(e.getOriginalMessage()));
        if (node.isMissingNode() || node.isNull()) {
            return "'" + key + "' is missing";
        }
        if (e instanceof InvalidTypeIdException unknown) {
            return unknown.getTypeId() == null
                    ? "'" + key + "' does not say which kind it is"
                    : "'" + key + "' is of the unknown kind '" + PlainText.visible(unknown.getTypeId()) + "'";
        }
        if (e instanceof MismatchedInputException mismatch) {
            return node.isObject() && missing.find()
                    ? "'" + missing.group(1) + "' is missing"
                    : "'" + key + "' must be " + kind(mismatch.getTargetType()) + ", not " + shortened(node);
        }
        if (e.getCause() instanceof InputCoercionException number) {
            return "'" + key + "' must be " + kind(number.getTargetType()) + ", not " + shortened(node);
        }
        return "'" + key + "' is wrong: " + shortened(node);
    }

    private static String kind(Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number of at most " + (type == int.class || type == Integer.class ? 32 : 64) + " bits";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (Map.class.isAssignableFrom(type)) {
            return "an object";
        }
        return type == String.class ? "a string" : "an object";
    }

    private static String shortened(JsonNode node) {
        String text = PlainText.visible(node.toString());
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + " …";
    }
}
