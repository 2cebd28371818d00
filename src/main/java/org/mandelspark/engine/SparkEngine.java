package org.mandelspark.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.mandelspark.grid.Counted;
import org.mandelspark.grid.RowRange;
import org.mandelspark.record.Environment;
import org.mandelspark.schedule.Plan;
import org.mandelspark.workload.Workload;
import scala.Function2;
import scala.reflect.ClassTag;
import scala.runtime.BoxedUnit;

/**
 * Executes a plan as a Spark job of one stage: each chunk is a partition of an RDD, and Spark starts them in the plan's
 * order.
 *
 * <p>Results come back through {@code runJob} with a handler, one chunk at a time as tasks finish. The handler runs on
 * the thread of Spark's scheduler, so it hands the chunk over to a stitching thread and returns; that thread copies it
 * into the final array and lets go of it. The driver thus never holds a list of chunks or a second copy of the answer.
 *
 * <p>In local mode everything listens on the loopback address only and there is no web interface unless asked for.
 */
public final class SparkEngine implements Engine {
    /** Spark's web interface, served while the engine is open or not at all. */
    public enum WebInterface {
        OFF,
        ON
    }

    private static final String LOOPBACK = "127.0.0.1";

    /** Longest wait of a finished job for Spark's events about it, which take milliseconds. */
    private static final long EVENTS_TIMEOUT_SECONDS = 10;

    /** Results that are fetched from executors at the same time (Spark's task-result getter has that many threads). */
    private static final int FETCHES = 4;

    /** Setting of the largest result that travels with the message that its task has ended. */
    private static final String DIRECT_RESULTS = "spark.task.maxDirectResultSize";

    /** With this local property set, RDDs are not grouped by the calls that made them, which is written as JSON. */
    private static final String NO_SCOPES = "spark.rdd.scope.noOverride";

    /** Setting of the limit of all results of a job together; Spark ends a job that exceeds it. */
    private static final String RESULT_LIMIT = "spark.driver.maxResultSize";

    /** Bytes that Spark counts of a result besides its cells: names, times and metrics. */
    private static final long RESULT_EXTRA_BYTES = 8 << 10;

    /** Copies of a packed chunk on its way: as computed, serialised, serialised again for transport, and received. */
    private static final int COPIES = 4;

    /** Cost of a task to its slot besides its chunk: dispatch, two serialisations, metrics. */
    private static final double LOCAL_TASK_NANOS = 4e6;

    /** Cost of a task with a network between driver and executor. */
    private static final double REMOTE_TASK_NANOS = 5e6;

    private final JavaSparkContext context;
    private final WorkerCount workers;
    private final TaskListener listener = new TaskListener();
    private final AtomicLong executions = new AtomicLong();

    private SparkEngine(JavaSparkContext context, WorkerCount workers) {
        this.context = context;
        this.workers = workers;
        context.sc().addSparkListener(listener);
    }

    /**
     * Starts a Spark context from the settings that spark-submit left in the system properties.
     *
     * @param application name shown by Spark
     * @param asked number of workers asked for, if any
     * @param web whether to serve Spark's web interface
     * @throws IllegalArgumentException if these do not go together, or the cluster does not give the workers asked for
     * @throws EngineException if Spark does not start
     */
    public static SparkEngine start(String application, OptionalInt asked, WebInterface web) {
        SparkStart.await();
        SparkConf conf = new SparkConf().setAppName(application);
        Optional<LocalMaster> local = LocalMaster.parse(conf.get("spark.master", "local"));
        Optional<WorkerCount> localWorkers = local.map(master -> master.workers(asked));
        localWorkers.ifPresentOrElse(
                workers -> configureLocal(conf, local.get().url(workers), web),
                () -> asked.ifPresent(workers -> ClusterRequest.ask(conf, workers)));
        conf.set("spark.ui.enabled", String.valueOf(web == WebInterface.ON));
        // The answer is stitched as it arrives, so the driver never holds all results at once.
        conf.setIfMissing(RESULT_LIMIT, "0");
        // Larger results are stored by the executor and fetched from there, which takes almost twice the core time.
        conf.setIfMissing(DIRECT_RESULTS, "8m");
        // The cost of a run is known only if no event of thousands of short tasks is dropped.
        conf.setIfMissing("spark.scheduler.listenerbus.eventqueue.capacity", "100000");
        // Rows live nowhere in particular: waiting for a better place would only reorder the schedule.
        conf.setIfMissing("spark.locality.wait", "0s");
        TaskFailureLog.follow();
        JavaSparkContext context = connect(conf);
        try {
            return new SparkEngine(context, localWorkers.orElseGet(() -> ExecutorWatch.workers(context, asked)));
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static JavaSparkContext connect(SparkConf conf) {
        try {
            return new JavaSparkContext(conf);
        } catch (Exception e) {
            // Scala throws checked exceptions that no signature names.
            throw SparkFailure.of("Spark did not start", e);
        }
    }

    private static void configureLocal(SparkConf conf, String master, WebInterface web) {
        if (web == WebInterface.ON && System.getenv("SPARK_LOCAL_IP") == null) {
            throw new IllegalArgumentException("--ui would serve Spark's web interface on every network address: set"
                    + " SPARK_LOCAL_IP=" + LOOPBACK + " in the environment, as submit/mandelspark does");
        }
        conf.setMaster(master);
        conf.setIfMissing("spark.driver.bindAddress", LOOPBACK);
        conf.setIfMissing("spark.driver.host", LOOPBACK);
    }

    @Override
    public <A> Execution<A> execute(Plan<A> plan, ProgressListener progress, RowSink<A> sink) {
        requireResultsFit(plan);
        Workload<A> workload = plan.workload();
        List<RowRange> chunks = plan.chunks();
        long called = Clock.now();
        Stitcher<A> stitcher = new Stitcher<>(plan, called, progress, sink);
        String group = workload.name() + "-" + executions.incrementAndGet();
        TaskTally tally = listener.expect(group);
        context.setJobGroup(
                group,
                "%s: %s in %s"
                        .formatted(workload.name(), workload.units().describe(), Counted.of(chunks.size(), "chunk")),
                true);
        Function2<Object, byte[][], BoxedUnit> handler = (partition, chunk) -> {
            stitcher.accept((Integer) partition, chunk);
            return BoxedUnit.UNIT;
        };
        ClassTag<byte[][]> tag = scala.reflect.ClassTag$.MODULE$.apply(byte[][].class);
        SparkContext spark = context.sc();
        // The graph of one RDD is not worth the start of a JSON library.
        spark.setLocalProperty(NO_SCOPES, "true");
        try (stitcher;
                Broadcasts broadcasts = new Broadcasts(context)) {
            ChunkTask<A> task = new ChunkTask<>(workload.sharing(broadcasts));
            spark.runJob(context.parallelize(chunks, chunks.size()).rdd(), task, handler, tag);
            stitcher.finish();
            long wallNanos = Clock.now() - called;
            tally.awaitJobEnd(EVENTS_TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return new Execution<>(
                    stitcher.cells(),
                    stitcher.timings(tally),
                    wallNanos,
                    tally.overheads(),
                    tally.tasksSeen(),
                    tally.extra(),
                    tally.fetchedResults());
        } catch (Exception e) {
            // Scala throws checked exceptions that no signature names.
            throw SparkFailure.of(e);
        } finally {
            context.clearJobGroup();
            listener.forget(group);
        }
    }

    /** Requires room for packed results; how much encoding shortens them is not known before they are computed. */
    private void requireResultsFit(Plan<?> plan) {
        long limit = context.getConf().getSizeAsBytes(RESULT_LIMIT);
        long most = (long) plan.cells() * plan.workload().cells().packedBytes()
                + plan.chunks().size() * RESULT_EXTRA_BYTES;
        if (limit > 0 && most > limit) {
            throw new IllegalArgumentException(
                    "%s=%s: the results may amount to %,d MiB, and Spark would end the job; set it to 0, which means no limit"
                            .formatted(RESULT_LIMIT, context.getConf().get(RESULT_LIMIT), (most >> 20) + 1));
        }
    }

    @Override
    public WorkerCount workers() {
        return workers;
    }

    /** The settings that are not Spark's own, without volatile ones; values of secrets are hidden. */
    @Override
    public Optional<Environment.Spark> spark() {
        SortedMap<String, String> settings = new TreeMap<>();
        for (scala.Tuple2<String, String> setting : context.getConf().getAll()) {
            if (!setting._1().startsWith("spark.app.")) {
                settings.put(setting._1(), Secrets.hide(setting._1(), setting._2()));
            }
        }
        return Optional.of(new Environment.Spark(context.version(), Secrets.hideLogins(context.master()), settings));
    }

    @Override
    public boolean sharesThisMachine() {
        return context.isLocal();
    }

    @Override
    public Optional<String> webUrl() {
        return context.sc().uiWebUrl().isDefined()
                ? Optional.of(context.sc().uiWebUrl().get())
                : Optional.empty();
    }

    /** The version of Spark on the class path. */
    public static String version() {
        return org.apache.spark.package$.MODULE$.SPARK_VERSION();
    }

    @Override
    public long inFlightBytes(Plan<?> plan) {
        long unitCells = plan.workload().units().largest();
        long packedChunk =
                plan.longestChunk() * unitCells * plan.workload().cells().packedBytes();
        boolean computesHere = context.isLocal();
        long atOnce = Math.min(plan.chunks().size(), workers.count());
        long waiting = atOnce * Math.min(packedChunk, context.getConf().getSizeAsBytes(DIRECT_RESULTS));
        long arriving = 2L * Math.min(plan.chunks().size(), FETCHES) * packedChunk + waiting;
        long computing = atOnce
                * ((COPIES - 1) * packedChunk
                        + (long) Slices.largest(plan) * plan.workload().cells().bytes());
        return computesHere ? Math.max(arriving, computing) : arriving;
    }

    /** Runs jobs of other kinds, as long as the engine is open. */
    public JavaSparkContext context() {
        return context;
    }

    @Override
    public double chunkNanos() {
        return context.isLocal() ? LOCAL_TASK_NANOS : REMOTE_TASK_NANOS;
    }

    @Override
    public void close() {
        context.close();
    }
}
