package org.mandelspark.eventlog;

import java.io.IOException;
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
    private final ApplicationEvents application;
    private final JobEvents jobs;

    LogEvents(LogBuilder log) {
        this.log = log;
        this.application = new ApplicationEvents(log);
        this.jobs = new JobEvents(log);
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
        EventReader reader;
    }

    private EventReader reader(String event) {
        return switch (event) {
            case SPARK + "LogStart", "DBCEventLoggingListenerMetadata" -> application.version();
            case SPARK + "ApplicationStart" -> application.applicationStart();
            case SPARK + "ApplicationEnd" -> application.applicationEnd();
            case SPARK + "EnvironmentUpdate" -> application.environment();
            case SPARK + "ResourceProfileAdded" -> application.profile();
            case SPARK + "ExecutorAdded" -> application.executorAdded();
            case SPARK + "ExecutorRemoved" -> application.executorRemoved();
            case SPARK + "JobStart" -> jobs.jobStart();
            case SPARK + "JobEnd" -> jobs.jobEnd();
            case SPARK + "StageSubmitted", SPARK + "StageCompleted" -> jobs.stage();
            case SPARK + "TaskStart" -> TaskEvents.task(log::taskStarted);
            case SPARK + "TaskEnd" -> TaskEvents.task(log::taskEnded);
            case SQL_START -> jobs.query();
            default -> (name, fields) -> {};
        };
    }
}
