package org.mandelspark.hosts;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.mandelspark.engine.ClusterRequest;
import org.mandelspark.engine.EngineException;
import org.mandelspark.engine.ExecutorWatch;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.engine.SparkFailure;
import org.mandelspark.grid.Counted;
import scala.Function1;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;

/**
 * Asks every worker who it is, in one stage of as many tasks as there are core slots.
 *
 * <p>The stage is in barrier mode: Spark gives its tasks their slots all at once or not at all, so no two of them run in
 * the same slot. In an ordinary stage the first executor could run all tasks before the second is asked.
 */
public final class HostProbe {
    /** Nobody knows how many executors a standalone cluster gives: after so long without another there are no more. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private HostProbe() {}

    /**
     * Waits for the executors and asks them.
     *
     * @param engine runs on them
     * @param asked number of workers asked for, if not all
     * @throws EngineException if the job fails, or executors come and go as Spark sees fit
     */
    public static RollCall call(SparkEngine engine, OptionalInt asked) {
        JavaSparkContext context = engine.context();
        SparkConf conf = context.getConf();
        if (!context.isLocal() && conf.getBoolean("spark.dynamicAllocation.enabled", false)) {
            throw new EngineException(
                    "executors that come and go cannot be asked:"
                            + " --conf spark.dynamicAllocation.enabled=false before the command keeps them",
                    null);
        }
        OptionalInt executors = ClusterRequest.executors(conf);
        int slots = ExecutorWatch.slots(context, expectedSlots(context, executors), QUIET);
        if (slots == 0) {
            throw new EngineException("no executor came within " + ExecutorWatch.PATIENCE.toSeconds() + " s", null);
        }
        List<WorkerReport> workers = report(context, Math.min(asked.orElse(slots), slots));
        return new RollCall(
                workers, shortfalls(workers, addresses(context), slots, asked, executors), HostEnvironment.of(engine));
    }

    /** Slots to wait for. The engine has waited for the executors it expects, but not for extra ones that a cluster adds. */
    private static OptionalInt expectedSlots(JavaSparkContext context, OptionalInt executors) {
        if (context.isLocal()) {
            return OptionalInt.of(1);
        }
        return executors.isPresent()
                ? OptionalInt.of(executors.getAsInt() * context.getConf().getInt("spark.executor.cores", 1))
                : OptionalInt.empty();
    }

    private static List<WorkerReport> report(JavaSparkContext context, int size) {
        context.setJobGroup("hosts", "hosts: " + Counted.of(size, "worker reports", "workers report"), true);
        Function1<Iterator<Integer>, Iterator<WorkerReport>> task =
                (Function1<Iterator<Integer>, Iterator<WorkerReport>> & Serializable)
                        rank -> CollectionConverters.asScala(
                                List.of(WorkerReport.here()).iterator());
        ClassTag<WorkerReport> tag = scala.reflect.ClassTag$.MODULE$.apply(WorkerReport.class);
        List<Integer> ranks = IntStream.range(0, size).boxed().toList();
        return SparkFailure.explain(() -> JavaRDD.fromRDD(
                        context.parallelize(ranks, size).rdd().barrier().mapPartitions(task, false, tag), tag)
                .collect()
                .stream()
                .sorted(Comparator.comparingInt(WorkerReport::rank))
                .toList());
    }

    /**
     * Says what is missing, in a line each.
     *
     * @param workers that answered
     * @param present addresses of the executors that are there
     * @param slots of all executors together
     * @param asked number of workers asked for, if any
     * @param executors number of executors that should have come, if that is known
     */
    static List<String> shortfalls(
            List<WorkerReport> workers, Set<String> present, int slots, OptionalInt asked, OptionalInt executors) {
        List<String> shortfalls = new ArrayList<>();
        SortedSet<String> unreached = new TreeSet<>(present);
        workers.forEach(worker -> unreached.remove(worker.address()));
        if (!unreached.isEmpty()) {
            shortfalls.add("not reached: %d of %s (%s); workers that answered: %d"
                    .formatted(
                            unreached.size(),
                            Counted.of(present.size(), "executor"),
                            String.join(", ", unreached),
                            workers.size()));
        }
        if (executors.isPresent() && present.size() < executors.getAsInt()) {
            shortfalls.add("only %d of %s came within %d s"
                    .formatted(
                            present.size(),
                            Counted.of(executors.getAsInt(), "executor"),
                            ExecutorWatch.PATIENCE.toSeconds()));
        }
        if (asked.isPresent() && slots < asked.getAsInt()) {
            shortfalls.add("--workers %d: the executors have slots for %d".formatted(asked.getAsInt(), slots));
        }
        return shortfalls;
    }

    /** Addresses of the executors that are there now; in local mode there is only the driver. */
    private static Set<String> addresses(JavaSparkContext context) {
        Set<String> addresses =
                new TreeSet<>(CollectionConverters.asJava(context.sc().getExecutorMemoryStatus())
                        .keySet());
        if (!context.isLocal()) {
            addresses.remove(SparkEnv.get().blockManager().blockManagerId().hostPort());
        }
        return addresses;
    }
}
