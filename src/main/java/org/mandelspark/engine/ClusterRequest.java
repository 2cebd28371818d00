package org.mandelspark.engine;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;

/**
 * Request to a cluster for a certain number of workers, and the number that it was asked for.
 *
 * <p>A worker is a core of an executor. Standalone clusters are asked for cores, YARN and Kubernetes for executors of so
 * many cores each, and a {@code local-cluster} is made of the size that is needed. What the user has set stays; where it
 * contradicts the number, that is an error.
 */
public final class ClusterRequest {
    private static final Pattern LOCAL_CLUSTER =
            Pattern.compile("local-cluster\\[\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,\\s*(\\d+)\\s*]");
    private static final String MASTER = "spark.master";
    private static final String MAX_CORES = "spark.cores.max";
    private static final String EXECUTORS = "spark.executor.instances";
    private static final String EXECUTOR_CORES = "spark.executor.cores";

    /** Executors that YARN and Kubernetes start if no setting says how many. */
    private static final int DEFAULT_EXECUTORS = 2;

    private static final String DYNAMIC_ALLOCATION = "spark.dynamicAllocation.enabled";

    private ClusterRequest() {}

    /**
     * Puts a number of workers into the settings of a cluster.
     *
     * @param conf has a master, which is not that of local mode
     * @throws IllegalArgumentException if the cluster cannot give just that number
     */
    static void ask(SparkConf conf, int workers) {
        String master = conf.get(MASTER);
        if (master.startsWith("local-cluster")) {
            askLocalCluster(conf, workers);
        } else if (master.startsWith("spark:")) {
            if (conf.contains(EXECUTOR_CORES)) {
                executors(conf, workers);
            }
            setOrRequire(conf, MAX_CORES, workers, workers);
        } else if (master.startsWith("yarn") || master.startsWith("k8s:")) {
            setOrRequire(conf, EXECUTORS, executors(conf, workers), workers);
        }
        if (conf.getBoolean(DYNAMIC_ALLOCATION, false)) {
            // Executors that come and go would make it another number.
            conf.set(DYNAMIC_ALLOCATION, "false");
        }
    }

    /** The number of workers that these settings ask a cluster for, if they say one. */
    static OptionalInt expected(SparkConf conf) {
        Matcher local = LOCAL_CLUSTER.matcher(conf.get(MASTER));
        if (local.matches()) {
            return OptionalInt.of(Integer.parseInt(local.group(1)) * Integer.parseInt(local.group(2)));
        }
        if (conf.contains(MAX_CORES)) {
            return OptionalInt.of(conf.getInt(MAX_CORES, 1));
        }
        return conf.contains(EXECUTORS)
                ? OptionalInt.of(conf.getInt(EXECUTORS, 1) * conf.getInt(EXECUTOR_CORES, 1))
                : OptionalInt.empty();
    }

    /** Returns the number of executors that these settings ask a cluster for; a standalone cluster gives all it has. */
    public static OptionalInt executors(SparkConf conf) {
        String master = conf.get(MASTER);
        Matcher local = LOCAL_CLUSTER.matcher(master);
        if (local.matches()) {
            return OptionalInt.of(Integer.parseInt(local.group(1)));
        }
        return master.startsWith("yarn") || master.startsWith("k8s:")
                ? OptionalInt.of(conf.getInt(EXECUTORS, DEFAULT_EXECUTORS))
                : OptionalInt.empty();
    }

    private static void askLocalCluster(SparkConf conf, int workers) {
        Matcher master = LOCAL_CLUSTER.matcher(conf.get(MASTER));
        if (!master.matches()) {
            return;
        }
        int executors = Integer.parseInt(master.group(1));
        int cores = Integer.parseInt(master.group(2));
        if (workers > executors * cores) {
            throw notGiven(workers, executors * cores);
        }
        requireMultiple(workers, cores);
        conf.setMaster("local-cluster[%d,%d,%s]".formatted(workers / cores, cores, master.group(3)));
    }

    /** Number of executors that have so many cores together. */
    private static int executors(SparkConf conf, int workers) {
        int cores = conf.getInt(EXECUTOR_CORES, 1);
        requireMultiple(workers, cores);
        return workers / cores;
    }

    private static void requireMultiple(int workers, int cores) {
        if (workers % cores != 0) {
            throw new IllegalArgumentException(
                    "--workers %d: each executor has %d cores, so the number must be a multiple of that"
                            .formatted(workers, cores));
        }
    }

    private static void setOrRequire(SparkConf conf, String setting, int value, int workers) {
        conf.setIfMissing(setting, String.valueOf(value));
        if (conf.getInt(setting, value) != value) {
            throw new IllegalArgumentException("--workers %d needs %s=%d, which has been set to %s"
                    .formatted(workers, setting, value, conf.get(setting)));
        }
    }

    /** Message for a number of workers that the cluster does not give. */
    static IllegalArgumentException notGiven(int workers, int given) {
        return new IllegalArgumentException("--workers %d: the cluster gives %d".formatted(workers, given));
    }
}
