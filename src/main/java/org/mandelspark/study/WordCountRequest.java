package org.mandelspark.study;

import java.util.Optional;
import java.util.OptionalInt;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.files.Documents;
import org.mandelspark.files.OutputFile;

/**
 * What to count.
 *
 * @param documents where
 * @param word the word to be counted in each document, as {@link org.mandelspark.workload.Words#parse} gives it;
 *     without it all words are counted in all documents together
 * @param out where all counts go, if anywhere
 * @param top number of counts that the result keeps, at least 1
 * @param workers number of workers, if not the one that the process was given
 * @param web whether Spark serves its web interface
 */
public record WordCountRequest(
        Documents documents,
        Optional<String> word,
        Optional<OutputFile> out,
        int top,
        OptionalInt workers,
        SparkEngine.WebInterface web) {
    public WordCountRequest {
        if (top < 1) {
            throw new IllegalArgumentException("top must be at least 1, not " + top);
        }
    }
}
