package org.mandelspark.engine;

import java.util.Comparator;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.mandelspark.workload.CodePointOrder;
import scala.Tuple2;

/** Names and their counts, the greatest count first and equal counts by name, in {@link CodePointOrder}. */
public final class Ranking {
    /** Names that the driver holds at once while it passes them on. */
    private static final int PARTITION_NAMES = 1 << 20;

    private final JavaPairRDD<String, Long> all;

    /**
     * A ranking.
     *
     * @param all each name once; names that begin with {@link WordCounter#MALFORMED} count bytes
     */
    Ranking(JavaPairRDD<String, Long> all) {
        this.all = all;
    }

    /**
     * Passes all names on in their order; they are sorted by Spark and come here piece by piece.
     *
     * @throws EngineException if the job failed
     * @throws E if the taker does
     */
    public <E extends Exception> void forEach(Taker<E> taker) throws E {
        Iterator<Tuple2<Tuple2<String, Long>, Integer>> ranked = ranked();
        while (hasNext(ranked)) {
            Tuple2<String, Long> next = ranked.next()._1;
            taker.take(next._1, next._2);
        }
    }

    /**
     * Number of malformed bytes by document; documents that have none are left out.
     *
     * @throws EngineException if the job failed
     */
    public SortedMap<String, Long> malformedBytes() {
        SortedMap<String, Long> bytes = new TreeMap<>(CodePointOrder.ORDER);
        try {
            all.filter(count -> count._1.startsWith(WordCounter.MALFORMED))
                    .collect()
                    .forEach(count -> bytes.put(count._1.substring(WordCounter.MALFORMED.length()), count._2));
        } catch (Exception e) {
            throw SparkFailure.of(e);
        }
        return bytes;
    }

    private Iterator<Tuple2<Tuple2<String, Long>, Integer>> ranked() {
        try {
            JavaPairRDD<String, Long> counts = all.filter(count -> !count._1.startsWith(WordCounter.MALFORMED));
            int partitions = (int) (1 + counts.count() / PARTITION_NAMES);
            return counts.mapToPair(count -> new Tuple2<>(count, 0))
                    .sortByKey(ByCount.DESCENDING, true, partitions)
                    .toLocalIterator();
        } catch (Exception e) {
            throw SparkFailure.of(e);
        }
    }

    /** Spark computes the next piece when it is asked for. */
    private static boolean hasNext(Iterator<?> ranked) {
        try {
            return ranked.hasNext();
        } catch (Exception e) {
            throw SparkFailure.of(e);
        }
    }

    /** Takes one name after the other. */
    @FunctionalInterface
    public interface Taker<E extends Exception> {
        void take(String name, long count) throws E;
    }

    private enum ByCount implements Comparator<Tuple2<String, Long>> {
        DESCENDING;

        @Override
        public int compare(Tuple2<String, Long> a, Tuple2<String, Long> b) {
            int byCount = Long.compare(b._2, a._2);
            return byCount != 0 ? byCount : CodePointOrder.ORDER.compare(a._1, b._1);
        }
    }
}
