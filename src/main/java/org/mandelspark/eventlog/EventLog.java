package org.mandelspark.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.mandelspark.files.Compression;
import org.mandelspark.files.InputFile;
import org.mandelspark.grid.Counted;

/** Logs of applications, where a path leads to one or to a folder of several. */
public final class EventLog {
    private EventLog() {}

    /**
     * A log in a folder of logs.
     *
     * @param path of it
     * @param application as it was read
     */
    public record Found(String path, LoggedApplication application) {}

    /** True if a path leads to a folder that is not itself the log of one application. */
    public static boolean isFolderOfLogs(String path) {
        return layout(path).kind() == LogLayout.Kind.FOLDER_OF_LOGS;
    }

    /**
     * Reads a log as far as it goes; what it lacks is said in {@link LoggedApplication#missing}.
     *
     * @param path of a file or of the folder of a rolled log, on any Hadoop path
     * @throws EventLogException if it is not the log of an application, with the reason for people
     */
    public static LoggedApplication read(String path) {
        LogLayout layout = layout(path);
        if (layout.kind() == LogLayout.Kind.FOLDER_OF_LOGS) {
            throw new EventLogException(path + " is a folder of logs, not the log of one application");
        }
        LogBuilder log = new LogBuilder();
        List<String> missing = new ArrayList<>(layout.gaps());
        try {
            for (String part : layout.parts()) {
                readPart(part, log, missing);
            }
            if (log.events == 0) {
                throw new EventLogException("no line of it is an event of Spark");
            }
            return LogAssembly.of(log, missing);
        } catch (EventLogException e) {
            throw new EventLogException(path + " is not an event log that can be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads every log of a folder, and passes over what is none.
     *
     * @throws EventLogException if there is none, with the reason for people
     */
    public static List<Found> list(String path) {
        List<Found> found = new ArrayList<>();
        for (String child : layout(path).parts()) {
            try {
                if (!isFolderOfLogs(child)) {
                    found.add(new Found(child, read(child)));
                }
            } catch (EventLogException e) {
                // Whatever else lies there.
            }
        }
        if (found.isEmpty()) {
            throw new EventLogException(path + " holds no event log");
        }
        return found;
    }

    private static LogLayout layout(String path) {
        try {
            return LogLayout.of(path);
        } catch (IllegalArgumentException e) {
            throw new EventLogException(e.getMessage(), e);
        }
    }

    private static void readPart(String part, LogBuilder log, List<String> missing) {
        int unread = 0;
        try (InputStream stored = InputFile.stream(part);
                InputStream in = Compression.decoded(stored)) {
            EventLines lines = new EventLines(in, LogEvents.WANTED);
            LogEvents events = new LogEvents(log);
            while (lines.next()) {
                try {
                    events.read(lines.bytes(), lines.length());
                    log.events++;
                } catch (IOException e) {
                    unread++;
                }
            }
        } catch (IOException e) {
            missing.add("a file of the log breaks off within its compression");
        } catch (IllegalArgumentException e) {
            throw new EventLogException(e.getMessage(), e);
        }
        if (unread > 0) {
            missing.add(Counted.of(unread, "line of the log is", "lines of the log are") + " cut or malformed");
        }
    }
}
