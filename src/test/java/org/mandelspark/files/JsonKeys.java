package org.mandelspark.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keys of JSON files. */
public final class JsonKeys {
    private JsonKeys() {}

    /** The keys of objects at any depth that are not snake_case; the names of Spark's settings are Spark's. */
    public static Set<String> notSnakeCase(JsonNode tree) {
        Set<String> keys = new TreeSet<>();
        collect(tree, keys);
        return keys;
    }

    private static void collect(JsonNode node, Set<String> keys) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (!property.getKey().matches("[a-z0-9]+(_[a-z0-9]+)*")) {
                keys.add(property.getKey());
            }
            if (!property.getKey().equals("settings")) {
                collect(property.getValue(), keys);
            }
        }
        if (node.isArray()) {
            node.forEach(element -> collect(element, keys));
        }
    }
}
