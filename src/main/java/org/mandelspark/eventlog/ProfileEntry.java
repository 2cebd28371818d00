package org.mandelspark.eventlog;

import java.util.HashMap;
import java.util.Map;

/** Resources that tasks ask for and that executors of one kind have. */
final class ProfileEntry {
    int id;
    final Map<String, Double> task = new HashMap<>();
    final Map<String, Double> executor = new HashMap<>();
}
