package org.mandelspark.study;

import java.util.List;

/**
 * Questions to the log of an application.
 *
 * @param cores numbers of slots to replay it on, each from 1 to a million; none for a half to eight times as many as it had
 * @param finer numbers of pieces to cut each task into, each from 2 to 1000
 * @param trust whether a model that fails its own check is asked, too
 * @param names what may leave the log besides numbers
 */
public record AnalysisRequest(List<Integer> cores, List<Integer> finer, Trust trust, Names names) {
    private static final int MOST_CORES = 1_000_000;
    private static final int MOST_PIECES = 1000;

    /** Use of a model that is not within ten percent of what was measured. */
    public enum Trust {
        WHEN_CHECKED,
        ANYWAY
    }

    /** Texts that may identify people, hosts or data. */
    public enum Names {
        /** None. */
        HIDDEN,
        /** The application, its hosts and the descriptions of its jobs. */
        SHOWN,
        /** Queries, and nothing else. */
        SQL,
        /** All of them. */
        SHOWN_WITH_SQL;

        /** The choice of those who asked for names, for queries, or both. */
        public static Names of(boolean names, boolean sql) {
            if (names) {
                return sql ? SHOWN_WITH_SQL : SHOWN;
            }
            return sql ? SQL : HIDDEN;
        }

        boolean areShown() {
            return this == SHOWN || this == SHOWN_WITH_SQL;
        }

        boolean haveSql() {
            return this == SQL || this == SHOWN_WITH_SQL;
        }
    }

    public AnalysisRequest {
        cores = List.copyOf(cores);
        finer = List.copyOf(finer);
        for (int slots : cores) {
            if (slots < 1 || slots > MOST_CORES) {
                throw new IllegalArgumentException(
                        "--cores: whole numbers from 1 to " + MOST_CORES + " are needed, not " + slots);
            }
        }
        for (int pieces : finer) {
            if (pieces < 2 || pieces > MOST_PIECES) {
                throw new IllegalArgumentException(
                        "--finer: whole numbers from 2 to " + MOST_PIECES + " are needed, not " + pieces);
            }
        }
    }
}
