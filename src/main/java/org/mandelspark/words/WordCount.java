package org.mandelspark.words;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.engine.SparkFailure;
import org.mandelspark.files.DocumentLines;
import org.mandelspark.files.Documents;
import org.mandelspark.files.OutputFile;
import org.mandelspark.grid.Counted;
import scala.Tuple2;

/**
 * How often each word occurs in documents, or one word in each document. Tasks count the words of their lines; Spark adds
 * up the counts and sorts them.
 *
 * <p>Malformed bytes are counted along with the words, as if {@link #MALFORMED} and the document's path were a word. This
 * keeps their number exact: an accumulator would count those of a task again when the task is retried, run twice by
 * speculation, or repeated for a lost shuffle file.
 *
 * @param word the only word, counted in each document; without it, all words were counted in all documents together
 * @param top the greatest counts, in their order
 * @param total sum of all counts
 * @param names number of names with a count above 0: different words, or documents that contain the word
 * @param malformedBytes number of bytes that are not UTF-8, by document; documents without any are left out
 * @param seconds from the first task to the written file
 */
public record WordCount(
        Documents documents,
        Optional<String> word,
        List<Count> top,
        long total,
        long names,
        SortedMap<String, Long> malformedBytes,
        double seconds) {
    /** U+FFFD is not a letter, so no word has it, and no path begins with it. */
    private static final String MALFORMED = "\uFFFD";

    /** Stands for all words: no word is empty. */
    private static final String ALL = "";

    /** Several tasks for each worker, so that a slow one does not hold up the rest. */
    private static final int TASKS_PER_WORKER = 4;

    /** Splitting a smaller document costs more than it gains. */
    private static final long SMALL_SPLIT_BYTES = 1L << 20;

    private static final long LARGEST_SPLIT_BYTES = 1L << 26;

    /** Number of names that the driver holds at once while it writes them. */
    private static final int PARTITION_NAMES = 1 << 20;

    /** How often a name, a word or a document, occurs. */
    public record Count(String name, long count) {
        /** Returns a line: name, tab, count. A backslash escapes tabs, line ends and backslashes in the name. */
        String tsv() {
            String escaped = name.replace("\\", "\\\\")
                    .replace("\t", "\\t")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r");
            return escaped + "\t" + count + "\n";
        }
    }

    /**
     * Counts words.
     *
     * @param word the word to count in each document, as {@link Words#parse} gives it; without it, all words
     *     are counted
     * @param top number of counts to keep
     * @param out the file for all counts, if any
     * @throws IOException if the file cannot be written
     * @throws org.mandelspark.engine.EngineException if the job fails
     */
    public static WordCount of(
            SparkEngine engine, Documents documents, Optional<String> word, int top, Optional<OutputFile> out)
            throws IOException {
        long start = System.nanoTime();
        JavaPairRDD<String, Long> all = SparkFailure.explain(() -> counts(engine, documents, word));
        List<Count> greatest = new ArrayList<>();
        LongSummaryStatistics positive = new LongSummaryStatistics();
        OutputFile.Content content = file -> {
            Iterator<Tuple2<String, Long>> ranked =
                    SparkFailure.explain(() -> ranked(all.filter(count -> !count._1.startsWith(MALFORMED))));
            while (SparkFailure.explain(ranked::hasNext)) {
                Tuple2<String, Long> next = ranked.next();
                Count count = new Count(next._1, next._2);
                file.write(count.tsv().getBytes(StandardCharsets.UTF_8));
                if (count.count() > 0) {
                    positive.accept(count.count());
                }
                if (greatest.size() < top) {
                    greatest.add(count);
                }
            }
        };
        if (out.isPresent()) {
            out.get().write(content);
        } else {
            content.writeTo(OutputStream.nullOutputStream());
        }
        SortedMap<String, Long> malformedBytes = new TreeMap<>(WordCount::compareNames);
        SparkFailure.explain(all.filter(count -> count._1.startsWith(MALFORMED))::collect)
                .forEach(count -> malformedBytes.put(count._1.substring(MALFORMED.length()), count._2));
        return new WordCount(
                documents,
                word,
                greatest,
                positive.getSum(),
                positive.getCount(),
                malformedBytes,
                (System.nanoTime() - start) / 1e9);
    }

    /** Says in one line how much was counted, in which time. */
    public String summary() {
        String found = word.isPresent()
                ? String.format(Locale.ROOT, "%,d in %,d of %s", total, names, ofDocuments())
                : Counted.of(total, "word") + ", " + Counted.of(names, "different one");
        return String.format(Locale.ROOT, "%s, in %.3f s", found, seconds);
    }

    /** Says in one line how many bytes were malformed, if any. */
    public Optional<String> warning() {
        long bytes = malformedBytes.values().stream().mapToLong(Long::longValue).sum();
        return malformedBytes.keySet().stream()
                .findFirst()
                .map(first -> String.format(
                        Locale.ROOT,
                        "malformed bytes, not UTF-8, were replaced: %,d, in %,d of %s, first in %s",
                        bytes,
                        malformedBytes.size(),
                        ofDocuments(),
                        first));
    }

    private String ofDocuments() {
        return Counted.of(documents.names().size(), "document");
    }

    private static JavaPairRDD<String, Long> counts(SparkEngine engine, Documents documents, Optional<String> word) {
        JavaSparkContext context = engine.context();
        int files = documents.names().size();
        String what = word.map(only -> "'" + only + "'").orElse("words");
        context.setJobGroup("wordcount", "wordcount: " + what + " in " + Counted.of(files, "document"), true);
        long splitBytes = splitBytes(documents.bytes(), files, engine.workers().count());
        String only = word.orElse(ALL);
        JavaPairRDD<String, Long> found = context.newAPIHadoopRDD(
                        DocumentLines.settings(context.hadoopConfiguration(), documents.patterns(), splitBytes),
                        DocumentLines.class,
                        String.class,
                        byte[].class)
                .flatMapToPair(line -> counts(line._1, line._2, only));
        if (word.isPresent()) {
            // Documents without the word are listed too.
            List<Tuple2<String, Long>> none = documents.names().stream()
                    .map(name -> new Tuple2<>(name, 0L))
                    .toList();
            found = found.union(context.parallelizePairs(none, 1));
        }
        return found.reduceByKey(Long::sum);
    }

    /** Counts in one line of a document: each word, or the document for each occurrence of the only one. */
    private static Iterator<Tuple2<String, Long>> counts(String document, byte[] bytes, String only) {
        DecodedText line = DecodedText.ofUtf8(bytes);
        List<Tuple2<String, Long>> counts = new ArrayList<>();
        for (String word : Words.in(line.text())) {
            if (only.equals(ALL) || only.equals(word)) {
                counts.add(new Tuple2<>(only.equals(ALL) ? word : document, 1L));
            }
        }
        if (line.malformedBytes() > 0) {
            counts.add(new Tuple2<>(MALFORMED + document, (long) line.malformedBytes()));
        }
        return counts.iterator();
    }

    /**
     * Returns how many bytes one task reads at most: each worker gets some tasks if there is work for them, in one long
     * document or in many.
     */
    static long splitBytes(long bytes, int documents, int workers) {
        long worthwhile = Math.max(1, Math.max(documents, bytes / SMALL_SPLIT_BYTES));
        long tasks = Math.min(worthwhile, (long) TASKS_PER_WORKER * workers);
        return Math.max(1, Math.min(LARGEST_SPLIT_BYTES, (bytes + tasks - 1) / tasks));
    }

    /** Has Spark sort the counts, the greatest first; they come to the driver piece by piece. */
    private static Iterator<Tuple2<String, Long>> ranked(JavaPairRDD<String, Long> counts) {
        Comparator<Tuple2<String, Long>> order = (Comparator<Tuple2<String, Long>> & Serializable)
                (a, b) -> a._2.equals(b._2) ? compareNames(a._1, b._1) : Long.compare(b._2, a._2);
        int pieces = (int) (1 + counts.count() / PARTITION_NAMES);
        return counts.mapToPair(count -> new Tuple2<>(count, 0))
                .sortByKey(order, true, pieces)
                .keys()
                .toLocalIterator();
    }

    /** Compares by code points, as {@code LC_ALL=C sort} does; {@link String#compareTo} puts surrogates before U+E000. */
    static int compareNames(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return Integer.compare(a.codePointAt(i), b.codePointAt(i));
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
