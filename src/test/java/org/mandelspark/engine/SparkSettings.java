package org.mandelspark.engine;

import java.util.Map;
import java.util.TreeMap;

/** Settings of Spark for one test, in the system properties where spark-submit would leave them. */
final class SparkSettings {
    private final Map<String, String> before = new TreeMap<>();

    void set(String property, Object value) {
        before.putIfAbsent(property, System.getProperty(property, ""));
        System.setProperty(property, value.toString());
    }

    /** As it was. */
    void restore() {
        before.forEach((name, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
        before.clear();
    }
}
