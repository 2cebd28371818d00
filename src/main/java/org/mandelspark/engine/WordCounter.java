package org.mandelspark.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.mandelspark.files.DocumentLines;
import org.mandelspark.files.Documents;
import org.mandelspark.grid.Counted;
import org.mandelspark.workload.DecodedText;
import org.mandelspark.workload.Words;
import scala.Tuple2;

/**
 * Counts words as a Spark job: each task counts the words of its lines, and what tasks found is added up by word.
 *
 * <p>Bytes that are not UTF-8 are counted beside the words, as if {@link #MALFORMED} and the document's path were a
 * word. So their number is exact: an accumulator would count those of a task again when the task is retried, run twice
 * by speculation, or run anew for a lost shuffle file.
 */
public final class WordCounter {
    /** Begins what counts malformed bytes: U+FFFD is no letter, so no word has it, and no path begins with it. */
    static final String MALFORMED = "\uFFFD";

    /** Tasks for each worker, so that a slow one does not hold up the rest. */
    private static final int TASKS_PER_WORKER = 4;

    /** Below that, splitting a document costs more than it gains. */
    private static final long SMALL_SPLIT_BYTES = 1L << 20;

    private static final long LARGEST_SPLIT_BYTES = 1L << 26;

    private final SparkEngine engine;
    private final Documents documents;

    /**
     * Counts nothing yet.
     *
     * @param engine where the work is done; it must live while the counts are used
     */
    public WordCounter(SparkEngine engine, Documents documents) {
        this.engine = engine;
        this.documents = documents;
    }

    /** How often each word occurs in all documents together. */
    public Ranking words() {
        group("words of " + Counted.of(documents.names().size(), "document"));
        return new Ranking(
                lines().flatMapToPair(line -> words(line._1, line._2)).reduceByKey(Long::sum));
    }

    /**
     * How often one word occurs in each document; those that lack it have 0.
     *
     * @param word as {@link Words#parse} gives it
     */
    public Ranking documentsOf(String word) {
        group("'%s' in %s".formatted(word, Counted.of(documents.names().size(), "document")));
        List<Tuple2<String, Long>> none = new ArrayList<>();
        documents.names().forEach(name -> none.add(new Tuple2<>(name, 0L)));
        JavaPairRDD<String, Long> found = lines().flatMapToPair(line -> occurrences(word, line._1, line._2));
        return new Ranking(
                found.union(engine.context().parallelizePairs(none, 1)).reduceByKey(Long::sum));
    }

    private void group(String description) {
        engine.context().setJobGroup("wordcount", "wordcount: " + description, true);
    }

    private JavaPairRDD<String, DecodedText> lines() {
        JavaSparkContext context = engine.context();
        return context.newAPIHadoopRDD(
                DocumentLines.settings(
                        context.hadoopConfiguration(),
                        documents,
                        splitBytes(
                                documents.bytes(),
                                documents.names().size(),
                                engine.workers().count())),
                DocumentLines.class,
                String.class,
                DecodedText.class);
    }

    /**
     * Most bytes that one task reads: some tasks for each worker if there is work for them, be it long or in many
     * documents.
     */
    static long splitBytes(long bytes, int documents, int workers) {
        long worthwhile = Math.max(1, Math.max(documents, bytes / SMALL_SPLIT_BYTES));
        long tasks = Math.min(worthwhile, (long) TASKS_PER_WORKER * workers);
        return Math.max(1, Math.min(LARGEST_SPLIT_BYTES, (bytes + tasks - 1) / tasks));
    }

    private static Iterator<Tuple2<String, Long>> words(String document, DecodedText line) {
        List<Tuple2<String, Long>> counts = new ArrayList<>();
        for (String word : Words.in(line.text())) {
            counts.add(new Tuple2<>(word, 1L));
        }
        addMalformed(document, line, counts);
        return counts.iterator();
    }

    private static Iterator<Tuple2<String, Long>> occurrences(String word, String document, DecodedText line) {
        List<Tuple2<String, Long>> counts = new ArrayList<>();
        long occurrences = Words.in(line.text()).stream().filter(word::equals).count();
        if (occurrences > 0) {
            counts.add(new Tuple2<>(document, occurrences));
        }
        addMalformed(document, line, counts);
        return counts.iterator();
    }

    private static void addMalformed(String document, DecodedText line, List<Tuple2<String, Long>> to) {
        if (line.malformedBytes() > 0) {
            to.add(new Tuple2<>(MALFORMED + document, (long) line.malformedBytes()));
        }
    }
}
