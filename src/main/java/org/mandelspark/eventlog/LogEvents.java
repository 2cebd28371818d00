package org.mandelspark.eventlog;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Events of a log as they are written there, each handed to the builder. */
final class LogEvents {
    private static final String SPARK = "SparkListener";
    private static final String SQL_START = "org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart";

    /** Names of all events that say something of core time. */
    static final Set<String> WANTED = Set.of(
            SPARK + "LogStart",
            "DBCEventLoggingListenerMetadata",
            SPARK + "ApplicationStart",
            SPARK + "ApplicationEnd",
            SPARK + "EnvironmentUpdate",
            SPARK + "ResourceProfileAdded",
            SPARK + "ExecutorAdded",
            SPARK + "ExecutorRemoved",
            SPARK + "JobStart",
            SPARK + "JobEnd",
            SPARK + "StageSubmitted",
            SPARK + "StageCompleted",
            SPARK + "TaskStart",
            SPARK + "TaskEnd",
            SQL_START);

    private final LogBuilder log;

    LogEvents(LogBuilder log) {
        this.log = log;
    }

    /** Takes in an event; throws IOException if the line is none. Nothing of such a line is taken in. */
    void read(byte[] line, int length) throws IOException {
        Event event = new Event();
        EventFields.read(line, length, (name, fields) -> {
            if (event.reader == null) {
                if (!name.equals("Event")) {
                    throw new IOException("no event");
                }
                event.reader = reader(fields.text());
            } else {
                event.reader.read(name, fields);
            }
        });
        if (event.reader == null) {
            throw new IOException("no event");
        }
        event.reader.done();
    }

    private static final class Event {
        Reader reader;
    }

    /** Reader of the fields of one event, and what to do when all of them were read. */
    private interface Reader extends EventFields.Field {
        default void done() throws IOException {}
    }

    /** A reader of fields whose values are kept until the end, so that half an event leaves nothing behind. */
    private record Keeping(EventFields.Field field, Done end) implements Reader {
        interface Done {
            void run() throws IOException;
        }

        @Override
        public void read(String name, EventFields fields) throws IOException {
            field.read(name, fields);
        }

        @Override
        public void done() throws IOException {
            end.run();
        }
    }

    private Reader reader(String event) {
        return switch (event) {
            case SPARK + "LogStart", "DBCEventLoggingListenerMetadata" -> version();
            case SPARK + "ApplicationStart" -> applicationStart();
            case SPARK + "ApplicationEnd" -> time("Timestamp", log::applicationEnded);
            case SPARK + "EnvironmentUpdate" -> environment();
            case SPARK + "ResourceProfileAdded" -> profile();
            case SPARK + "ExecutorAdded" -> executorAdded();
            case SPARK + "ExecutorRemoved" -> executorRemoved();
            case SPARK + "JobStart" -> jobStart();
            case SPARK + "JobEnd" -> jobEnd();
            case SPARK + "StageSubmitted", SPARK + "StageCompleted" -> stage();
            case SPARK + "TaskStart" -> task(log::taskStarted);
            case SPARK + "TaskEnd" -> task(log::taskEnded);
            case SQL_START -> query();
            default -> (name, fields) -> {};
        };
    }

    private Reader version() {
        return (name, fields) -> {
            if (name.equals("Spark Version")) {
                log.version(fields.text());
            }
        };
    }

    private interface AtTime {
        void at(long ms);
    }

    private Reader time(String field, AtTime then) {
        long[] ms = {-1};
        return new Keeping(
                (name, fields) -> {
                    if (name.equals(field)) {
                        ms[0] = fields.whole();
                    }
                },
                () -> {
                    require(ms[0]);
                    then.at(ms[0]);
                });
    }

    private static void require(long value) throws IOException {
        if (value < 0) {
            throw new JsonParseException(null, "something is missing");
        }
    }

    private Reader applicationStart() {
        String[] texts = {"", ""};
        long[] ms = {-1};
        return new Keeping(
                (name, fields) -> {
                    switch (name) {
                        case "App Name" -> texts[0] = fields.text();
                        case "App ID" -> texts[1] = fields.text();
                        case "Timestamp" -> ms[0] = fields.whole();
                        default -> {}
                    }
                },
                () -> {
                    require(ms[0]);
                    log.applicationStarted(ms[0], texts[0], texts[1]);
                });
    }

    private Reader environment() {
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

    private Reader profile() {
        ProfileEntry profile = new ProfileEntry();
        return new Keeping(
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

    private Reader executorAdded() {
        ExecutorEntry entry = new ExecutorEntry(-1);
        String[] id = {""};
        return new Keeping(
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
                    require(entry.addedMs);
                    log.executorAdded(id[0], entry);
                });
    }

    private Reader executorRemoved() {
        String[] id = {""};
        long[] ms = {-1};
        return new Keeping(
                (name, fields) -> {
                    switch (name) {
                        case "Timestamp" -> ms[0] = fields.whole();
                        case "Executor ID" -> id[0] = fields.text();
                        default -> {}
                    }
                },
                () -> {
                    require(ms[0]);
                    log.executorRemoved(id[0], ms[0]);
                });
    }

    private Reader jobStart() {
        JobEntry entry = new JobEntry(-1);
        int[] id = {-1};
        return new Keeping(
                (name, fields) -> {
                    switch (name) {
                        case "Job ID" -> id[0] = fields.number();
                        case "Submission Time" -> entry.submittedMs = fields.whole();
                        case "Stage IDs" -> entry.stageIds = fields.numbers();
                        case "Properties" ->
                            fields.object((key, value) -> {
                                switch (key) {
                                    case "spark.sql.execution.id" -> entry.execution = execution(value.text());
                                    case "spark.job.description" -> entry.description = value.text();
                                    default -> {}
                                }
                            });
                        default -> {}
                    }
                },
                () -> {
                    require(id[0]);
                    log.jobStarted(id[0], entry);
                });
    }

    private static long execution(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private Reader jobEnd() {
        int[] id = {-1};
        long[] ms = {-1};
        return new Keeping(
                (name, fields) -> {
                    switch (name) {
                        case "Job ID" -> id[0] = fields.number();
                        case "Completion Time" -> ms[0] = fields.whole();
                        default -> {}
                    }
                },
                () -> {
                    require(id[0]);
                    require(ms[0]);
                    log.jobEnded(id[0], ms[0]);
                });
    }

    private Reader stage() {
        int[] ids = {-1, 0};
        StageEntry entry = new StageEntry(-1, 0);
        return new Keeping(
                (name, fields) -> {
                    if (name.equals("Stage Info")) {
                        fields.object((key, value) -> {
                            switch (key) {
                                case "Stage ID" -> ids[0] = value.number();
                                case "Stage Attempt ID" -> ids[1] = value.number();
                                case "Stage Name" -> entry.name = value.text();
                                case "Number of Tasks" -> entry.tasks = value.number();
                                case "Parent IDs" -> entry.parentIds = value.numbers();
                                case "Submission Time" -> entry.submittedMs = value.whole();
                                case "Completion Time" -> entry.completedMs = value.whole();
                                case "Failure Reason" -> entry.failed = true;
                                case "Resource Profile Id" -> entry.profile = value.number();
                                default -> {}
                            }
                        });
                    }
                },
                () -> {
                    require(ids[0]);
                    log.stage(ids[0], ids[1], entry);
                });
    }

    private interface OfTask {
        void add(TaskEntry task) throws IOException;
    }

    private Reader task(OfTask then) {
        TaskEntry task = new TaskEntry();
        return new Keeping(
                (name, fields) -> {
                    switch (name) {
                        case "Stage ID" -> task.stageId = fields.number();
                        case "Stage Attempt ID" -> task.stageAttempt = fields.number();
                        case "Task End Reason" ->
                            fields.object((key, value) -> {
                                if (key.equals("Reason")) {
                                    task.reason = value.text();
                                }
                            });
                        case "Task Info" -> fields.object((key, value) -> taskInfo(task, key, value));
                        case "Task Metrics" -> fields.object((key, value) -> taskMetrics(task, key, value));
                        default -> {}
                    }
                },
                () -> {
                    require(task.launchMs);
                    then.add(task);
                });
    }

    private static void taskInfo(TaskEntry task, String name, EventFields fields) throws IOException {
        switch (name) {
            case "Task ID" -> task.taskId = fields.whole();
            case "Index" -> task.index = fields.number();
            case "Launch Time" -> task.launchMs = fields.whole();
            case "Executor ID" -> task.executor = fields.text();
            case "Host" -> task.host = fields.text();
            case "Getting Result Time" -> task.gettingResultMs = fields.whole();
            case "Finish Time" -> task.finishMs = fields.whole();
            case "Failed" -> task.failed = fields.isTrue();
            case "Killed" -> task.killed = fields.isTrue();
            default -> {}
        }
    }

    private static void taskMetrics(TaskEntry task, String name, EventFields fields) throws IOException {
        switch (name) {
            case "Executor Deserialize Time" -> task.deserialiseMs = fields.amount();
            case "Executor Run Time" -> task.runMs = fields.amount();
            case "Executor CPU Time" -> task.cpuMs = fields.nanosAsMs();
            case "Result Serialization Time" -> task.resultMs = fields.amount();
            case "JVM GC Time" -> task.gcMs = fields.amount();
            case "Shuffle Read Metrics" ->
                fields.object((key, value) -> {
                    if (key.equals("Fetch Wait Time")) {
                        task.fetchWaitMs = value.amount();
                    }
                });
            case "Shuffle Write Metrics" ->
                fields.object((key, value) -> {
                    if (key.equals("Shuffle Write Time")) {
                        task.shuffleWriteMs = value.nanosAsMs();
                    }
                });
            default -> {}
        }
    }

    private Reader query() {
        long[] id = {-1};
        String[] text = {""};
        return new Keeping(
                (name, fields) -> {
                    switch (name) {
                        case "executionId" -> id[0] = fields.whole();
                        case "description" -> text[0] = fields.text();
                        default -> {}
                    }
                },
                () -> log.query(id[0], text[0]));
    }
}
