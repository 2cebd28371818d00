package org.mandelspark.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.mandelspark.eventlog.EventLog;
import org.mandelspark.grid.PlainText;
import org.mandelspark.report.TextTable.Side;

/** The logs of a folder, one a line. */
public final class LogsTable {
    private static final double SECOND = 1000;

    private static final Columns<EventLog.Found> COLUMNS = new Columns<EventLog.Found>()
            .shown("log", Side.LEFT, found -> PlainText.visible(name(found.path())))
            .shown("Spark", Side.LEFT, found -> found.application().sparkVersion())
            .shown(
                    "began",
                    Side.LEFT,
                    found -> Instant.ofEpochMilli(found.application().startEpochMs())
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString())
            .shown(
                    "tasks",
                    Side.RIGHT,
                    found -> String.valueOf(
                            found.application().application().tasks().count()))
            .shown(
                    "wall s",
                    Side.RIGHT,
                    found -> Format.seconds(found.application().application().endMs() / SECOND))
            .shown(
                    "missing",
                    Side.RIGHT,
                    found -> String.valueOf(found.application().missing().size()));

    private LogsTable() {}

    /** Lines of a terminal. */
    public static List<String> lines(List<EventLog.Found> logs) {
        return COLUMNS.table(logs).lines();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
