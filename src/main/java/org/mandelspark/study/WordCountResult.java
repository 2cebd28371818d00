package org.mandelspark.study;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.record.Environment;

/**
 * What was counted.
 *
 * @param request what was asked
 * @param workers who counted
 * @param environment where
 * @param wall from the first task to the written file
 * @param total sum of all counts
 * @param names number of names that have a count above 0: different words, or documents that hold the word
 * @param top the greatest counts, in the order of the ranking
 * @param malformedBytes bytes that are not UTF-8, by document; documents that have none are left out
 */
public record WordCountResult(
        WordCountRequest request,
        WorkerCount workers,
        Environment environment,
        Duration wall,
        long total,
        long names,
        List<Count> top,
        SortedMap<String, Long> malformedBytes) {
    /**
     * How often something occurs.
     *
     * @param name a word, or a document
     * @param count at least 0
     */
    public record Count(String name, long count) {}
}
