package org.mandelspark.eventlog;

import java.io.IOException;
import java.util.Map;

/** Events of the application as a whole: its life, its settings, and the executors that it had. */
final class ApplicationEvents {
    private final LogBuilder log;

    ApplicationEvents(LogBuilder log) {
        this.log = log;
    }

    EventReader version() {
        return (name, fields) -> {
            if (name.equals("Spark Version")) {
                log.version(fields.text());
            }
        };
    }

    EventReader applicationStart() {
        String[] texts = {"", ""};
        long[] ms = {-1};
        return EventReader.whole(
                (name, fields) -> {
                    switch (name) {
                        case "App Name" -> texts[0] = fields.text();
                        case "App ID" -> texts[1] = fields.text();
                        case "Timestamp" -> ms[0] = fields.whole();
                        default -> {}
                    }
                },
                () -> {
                    EventReader.require(ms[0]);
                    log.applicationStarted(ms[0], texts[0], texts[1]);
                });
    }

    EventReader applicationEnd() {
        long[] ms = {-1};
        return EventReader.whole(
                (name, fields) -> {
                    if (name.equals("Timestamp")) {
                        ms[0] = fields.whole();
                    }
                },
                () -> {
                    EventReader.require(ms[0]);
                    log.applicationEnded(ms[0]);
                });
    }

    EventReader environment() {
        return (name, fields) -> {
            if (name.equals("Spark Properties")) {
                fields.object((key, value) -> {
                    if (Settings.isOfInterest(key)) {
                        log.setting(key, value.text());
                    }
                });
            }
        };
    }

    EventReader profile() {
        ProfileEntry profile = new ProfileEntry();
        return EventReader.whole(
                (name, fields) -> {
                    switch (name) {
                        case "Resource Profile Id" -> profile.id = fields.number();
                        case "Task Resource Requests" -> amounts(fields, profile.task);
                        case "Executor Resource Requests" -> amounts(fields, profile.executor);
                        default -> {}
                    }
                },
                () -> log.profile(profile));
    }

    private static void amounts(EventFields fields, Map<String, Double> amounts) throws IOException {
        fields.object((resource, request) -> request.object((name, amount) -> {
            if (name.equals("Amount")) {
                // Off-heap memory of 0 is none.
                double value = amount.fraction();
                if (value > 0) {
                    amounts.put(resource, value);
                }
            }
        }));
    }

    EventReader executorAdded() {
        ExecutorEntry entry = new ExecutorEntry(-1);
        String[] id = {""};
        return EventReader.whole(
                (name, fields) -> {
                    switch (name) {
                        case "Timestamp" -> entry.addedMs = fields.whole();
                        case "Executor ID" -> id[0] = fields.text();
                        case "Executor Info" ->
                            fields.object((key, value) -> {
                                switch (key) {
                                    case "Host" -> entry.host = value.text();
                                    case "Total Cores" -> entry.cores = value.number();
                                    case "Resource Profile Id" -> entry.profile = value.number();
                                    case "Request Time" -> entry.askedMs = value.whole();
                                    case "Resources" ->
                                        value.object((resource, information) ->
                                                information.object((part, addresses) -> {
                                                    if (part.equals("addresses")) {
                                                        entry.resources.put(resource, addresses.elements());
                                                    }
                                                }));
                                    default -> {}
                                }
                            });
                        default -> {}
                    }
                },
                () -> {
                    EventReader.require(entry.addedMs);
                    log.executorAdded(id[0], entry);
                });
    }

    EventReader executorRemoved() {
        String[] id = {""};
        long[] ms = {-1};
        return EventReader.whole(
                (name, fields) -> {
                    switch (name) {
                        case "Timestamp" -> ms[0] = fields.whole();
                        case "Executor ID" -> id[0] = fields.text();
                        default -> {}
                    }
                },
                () -> {
                    EventReader.require(ms[0]);
                    log.executorRemoved(id[0], ms[0]);
                });
    }
}
