package org.mandelspark.eventlog;

import java.util.List;
import java.util.Map;
import org.mandelspark.measure.application.Application;

/**
 * An application as its log has it.
 *
 * @param application what it did
 * @param sparkVersion as it is written there, or "unknown"
 * @param startEpochMs when it began, in milliseconds since 1970
 * @param settings those that say how tasks are made and scheduled, and no others
 * @param callSites of the stages, in the order of the application's list: {@code count at Job.scala:12}, or nothing
 * @param missing what is wrong or missing, in phrases for people
 * @param notes what else must be known
 * @param missingShare share of the tasks of completed stages that the log does not have
 * @param names what may identify people, hosts or data; for those who asked
 */
public record LoggedApplication(
        Application application,
        String sparkVersion,
        long startEpochMs,
        Map<String, String> settings,
        List<String> callSites,
        List<String> missing,
        List<String> notes,
        double missingShare,
        Names names) {
    public LoggedApplication {
        callSites = List.copyOf(callSites);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    /**
     * What a log says that its owner may not want to be repeated.
     *
     * @param application its name
     * @param id its identifier
     * @param hosts of the executors, in the order of the application's list
     * @param descriptions of the stages' jobs, in the order of the application's list
     * @param queries texts or call sites of SQL executions of the stages, in the same order
     */
    public record Names(
            String application, String id, List<String> hosts, List<String> descriptions, List<String> queries) {
        public Names {
            hosts = List.copyOf(hosts);
            descriptions = List.copyOf(descriptions);
            queries = List.copyOf(queries);
        }
    }
}
