package org.mandelspark.engine;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.mandelspark.grid.Counted;
import scala.Function1;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;

/**
 * Asks every worker who it is, in one stage of as many tasks as there are core slots.
 *
 * <p>The stage is in barrier mode: Spark gives its tasks their slots all at once or not at all, so no two of them can have
 * run in the same slot. The first executor could run all tasks of an ordinary stage before the second is asked.
 */
public final class HostProbe {
    /** How long executors may take to come; as long as Spark itself waits before it starts a first stage. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** When so long no executor has come, and nobody knows how many are to come, there will be no more. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Pattern LOCAL_CLUSTER = Pattern.compile("local-cluster\\[(\\d+),.*");

    /** What YARN and Kubernetes start if nothing else is asked. */
    private static final int DEFAULT_INSTANCES = 2;

    private final JavaSparkContext context;
    private final SparkContext spark;
    private final OptionalInt asked;

    /**
     * A probe that has asked nobody yet.
     *
     * @param engine whose workers are asked
     * @param asked number of workers asked for, if not all
     */
    public HostProbe(SparkEngine engine, OptionalInt asked) {
        this.context = engine.context();
        this.spark = context.sc();
        this.asked = asked;
    }

    /**
     * Asks, once the executors have come.
     *
     * @throws EngineException if the job failed, or the executors come and go as Spark sees fit
     */
    public RollCall call() {
        if (!context.isLocal() && context.getConf().getBoolean("spark.dynamicAllocation.enabled", false)) {
            throw new EngineException(
                    "who is there cannot be asked while executors come and go:"
                            + " --conf spark.dynamicAllocation.enabled=false before the command",
                    null);
        }
        OptionalInt executors = expectedExecutors();
        if (!context.isLocal()) {
            await(executors);
        }
        int slots = slots();
        if (slots == 0) {
            throw new EngineException("no executor came within " + PATIENCE.toSeconds() + " s", null);
        }
        List<WorkerReport> workers = report(Math.min(asked.orElse(slots), slots));
        return new RollCall(workers, shortfalls(workers, executors(), slots, asked, executors));
    }

    private List<WorkerReport> report(int size) {
        context.setJobGroup("hosts", "hosts: " + Counted.of(size, "worker reports", "workers report"), true);
        Function1<Iterator<Integer>, Iterator<WorkerReport>> task =
                (Function1<Iterator<Integer>, Iterator<WorkerReport>> & Serializable)
                        rank -> CollectionConverters.asScala(
                                List.of(WorkerReport.here()).iterator());
        ClassTag<WorkerReport> tag = scala.reflect.ClassTag$.MODULE$.apply(WorkerReport.class);
        List<Integer> ranks = IntStream.range(0, size).boxed().toList();
        try {
            return JavaRDD.fromRDD(
                            context.parallelize(ranks, size).rdd().barrier().mapPartitions(task, false, tag), tag)
                    .collect()
                    .stream()
                    .sorted(Comparator.comparingInt(WorkerReport::rank))
                    .toList();
        } catch (Exception e) {
            throw SparkFailure.of(e);
        }
    }

    /**
     * What is missing, a line each.
     *
     * @param workers who answered
     * @param present addresses of the executors that are there
     * @param slots of all executors together
     * @param asked number of workers asked for, if any
     * @param executors number of executors that should have come, if that is known
     */
    static List<String> shortfalls(
            List<WorkerReport> workers,
            SortedSet<String> present,
            int slots,
            OptionalInt asked,
            OptionalInt executors) {
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
                    .formatted(present.size(), Counted.of(executors.getAsInt(), "executor"), PATIENCE.toSeconds()));
        }
        if (asked.isPresent() && slots < asked.getAsInt()) {
            shortfalls.add("--workers %d: the executors have slots for %d".formatted(asked.getAsInt(), slots));
        }
        return shortfalls;
    }

    /** Waits for what is known to come, else until nothing more comes. */
    private void await(OptionalInt executors) {
        long start = System.nanoTime();
        long changed = start;
        int seen = 0;
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            int slots = slots();
            if (slots != seen) {
                seen = slots;
                changed = System.nanoTime();
            }
            boolean enough =
                    slots > 0 && slots >= asked.orElse(0) && executors().size() >= executors.orElse(0);
            boolean quiet = System.nanoTime() - changed >= QUIET.toNanos();
            if (enough && (executors.isPresent() || quiet)) {
                return;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EngineException("interrupted", e);
            }
        }
    }

    /** Number of executors that the cluster was asked for; a standalone cluster gives what it has. */
    private OptionalInt expectedExecutors() {
        String master = context.master();
        Matcher localCluster = LOCAL_CLUSTER.matcher(master);
        if (localCluster.matches()) {
            return OptionalInt.of(Integer.parseInt(localCluster.group(1)));
        }
        return master.startsWith("yarn") || master.startsWith("k8s")
                ? OptionalInt.of(context.getConf().getInt("spark.executor.instances", DEFAULT_INSTANCES))
                : OptionalInt.empty();
    }

    /** Number of tasks that can run at once now, by the count that Spark holds barrier stages against. */
    private int slots() {
        return spark.maxNumConcurrentTasks(spark.resourceProfileManager().defaultResourceProfile());
    }

    /** Addresses of the executors that are there now; in local mode there is the driver alone. */
    private SortedSet<String> executors() {
        String driver = SparkEnv.get().blockManager().blockManagerId().hostPort();
        return CollectionConverters.asJava(spark.getExecutorMemoryStatus()).keySet().stream()
                .filter(address -> context.isLocal() || !address.equals(driver))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
