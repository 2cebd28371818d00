package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.eventlog.EventLog;
import org.mandelspark.eventlog.LoggedApplication;
import org.mandelspark.measure.application.Tasks;
import org.mandelspark.record.Analysis;
import scala.Tuple2;

/**
 * What the log of a small run says of a larger one and the other way round, against the runs themselves: {@code mvn test
 * -Ppredictions}, ten minutes. Programs of four kinds compute on 1 and on 2 cores; then each task only waits, for as long as
 * it took on one core, on 2 and on 8 slots, so that slots share nothing. {@code -Dpredictions.repeats=5} for more runs than 3
 * of each configuration. Prints the table of the site's page on event logs.
 */
class PredictionComparison {
    private static final int REPEATS = Integer.getInteger("predictions.repeats", 3);

    @TempDir
    private Path folder;

    private int runs;

    /** What tasks do with their records. */
    private record Work(Map<Integer, double[]> waitMs) implements Serializable {
        private static final long serialVersionUID = 1;
        private static final int ROUNDS_PER_MICRO = 600;
        private static final double NANOS_PER_MS = 1e6;
        private static final Work COMPUTING = new Work(Map.of());

        /** Computes so long for each record, or waits as long as this task has to. */
        <T> FlatMapFunction<Iterator<T>, T> on(int micros) {
            return records -> {
                long start = System.nanoTime();
                List<T> done = new ArrayList<>();
                double[] lengths = waitMs.get(TaskContext.get().numPartitions());
                while (records.hasNext()) {
                    T record = records.next();
                    if (lengths != null || computed(record.hashCode(), micros) != 0) {
                        done.add(record);
                    }
                }
                if (lengths != null) {
                    long end = start + (long) (NANOS_PER_MS * lengths[TaskContext.getPartitionId()]);
                    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                }
                return done.iterator();
            };
        }

        private static long computed(long seed, int micros) {
            long x = seed;
            for (int i = 0; i < micros * ROUNDS_PER_MICRO; i++) {
                x = x * 6364136223846793005L + 1442695040888963407L;
                x ^= x >>> 29;
            }
            return x;
        }

        /** Waits as long as the tasks of a run took, on average of stages with as many tasks: siblings have no order. */
        static Work waitingAsIn(LoggedApplication log) {
            Map<Integer, double[]> lengths = new HashMap<>();
            Tasks tasks = log.application().tasks();
            for (int row = 0; row < tasks.count(); row++) {
                int size = log.application().stages().get(tasks.stage(row)).tasks();
                long alike = log.application().stages().stream()
                        .filter(stage -> stage.tasks() == size)
                        .count();
                lengths.computeIfAbsent(size, double[]::new)[tasks.index(row)] += tasks.runMs(row) / (double) alike;
            }
            return new Work(lengths);
        }
    }

    private enum Program {
        SKEWED_JOIN {
            /** A fifth of the facts has one key. */
            @Override
            void run(JavaSparkContext spark, Work work) {
                JavaPairRDD<Integer, Integer> facts = numbers(spark, 20_000, 32)
                        .mapPartitions(work.on(100))
                        .mapToPair(i -> new Tuple2<>(i % 5 == 0 ? 0 : 1 + mixed(i) % 400, i));
                JavaPairRDD<Integer, Integer> keys = numbers(spark, 401, 4).mapToPair(key -> new Tuple2<>(key, -key));
                facts.join(keys, 24).mapPartitions(work.on(200)).count();
            }
        },
        SORT {
            /** Spark samples the keys in a job of its own. */
            @Override
            void run(JavaSparkContext spark, Work work) {
                numbers(spark, 16_000, 32)
                        .mapPartitions(work.on(100))
                        .mapToPair(i -> new Tuple2<>(mixed(i), i))
                        .sortByKey(true, 24)
                        .mapPartitions(work.on(200))
                        .count();
            }
        },
        ITERATIVE {
            @Override
            void run(JavaSparkContext spark, Work work) {
                JavaRDD<Integer> points = numbers(spark, 2_400, 16).cache();
                int shift = 0;
                for (int round = 0; round < 6; round++) {
                    int centre = shift;
                    Map<Integer, Integer> sums = points.mapPartitions(work.on(300))
                            .mapToPair(i -> new Tuple2<>(mixed(i + centre) % 96, i))
                            .reduceByKey(Integer::sum, 12)
                            .mapPartitions(work.on(2000))
                            .mapToPair(pair -> pair)
                            .collectAsMap();
                    shift = sums.get(0);
                }
            }
        },
        MANY_SMALL_TASKS {
            @Override
            void run(JavaSparkContext spark, Work work) {
                numbers(spark, 1_500, 1_500).mapPartitions(work.on(4000)).count();
            }
        };

        abstract void run(JavaSparkContext spark, Work work);

        private static JavaRDD<Integer> numbers(JavaSparkContext spark, int count, int partitions) {
            return spark.parallelize(IntStream.range(0, count).boxed().toList(), partitions);
        }

        private static int mixed(int i) {
            return (int) (Work.computed(i, 1) & 0xFFFFFF);
        }

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Two logs of a program on different slots. */
    private record Pair(LoggedApplication small, LoggedApplication large) {
        Analysis predicted() {
            return analysis(small).against(analysis(large));
        }

        private static LogAnalysis analysis(LoggedApplication log) {
            return new LogAnalysis(
                    log,
                    new AnalysisRequest(
                            List.of(), List.of(), AnalysisRequest.Trust.ANYWAY, AnalysisRequest.Names.HIDDEN));
        }

        Pair reversed() {
            return new Pair(large, small);
        }
    }

    @Test
    void aLogPredictsTheOtherSize() throws Exception {
        Map<Program, List<Pair>> computing = new EnumMap<>(Program.class);
        Map<Program, List<Pair>> waiting = new EnumMap<>(Program.class);
        for (Program program : Program.values()) {
            logOf(program, Work.COMPUTING, 2);
            Work pace = Work.waitingAsIn(logOf(program, Work.COMPUTING, 1));
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                computing
                        .computeIfAbsent(program, key -> new ArrayList<>())
                        .add(new Pair(logOf(program, Work.COMPUTING, 1), logOf(program, Work.COMPUTING, 2)));
                waiting.computeIfAbsent(program, key -> new ArrayList<>())
                        .add(new Pair(logOf(program, pace, 2), logOf(program, pace, 8)));
            }
        }
        System.out.println("| program | log of | predicted for | predicted, s | measured, s | error | work (CPU)"
                + " | error with the other's work |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        computing.forEach((program, pairs) -> print(program.label(), "core", pairs));
        waiting.forEach((program, pairs) -> print(program.label() + ", paced", "slot", pairs));
    }

    private LoggedApplication logOf(Program program, Work work, int slots) throws Exception {
        Path events = Files.createDirectory(folder.resolve("events-" + runs++));
        SparkConf conf = new SparkConf()
                .setAppName(program.label())
                .setMaster("local[" + slots + "]")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.ui.enabled", "false")
                .set("spark.eventLog.enabled", "true")
                .set("spark.eventLog.dir", events.toUri().toString());
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            program.run(spark, work);
        }
        try (Stream<Path> logs = Files.list(events)) {
            LoggedApplication log = EventLog.read(logs.findFirst().orElseThrow().toString());
            assertThat(log.missing()).isEmpty();
            return log;
        }
    }

    private static void print(String program, String unit, List<Pair> pairs) {
        row(program, unit, pairs.stream().map(Pair::predicted).toList());
        row(
                program,
                unit,
                pairs.stream().map(pair -> pair.reversed().predicted()).toList());
    }

    private static void row(String program, String unit, List<Analysis> analyses) {
        Analysis first = analyses.get(0);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | x%.2f (x%.2f) | %s |%n",
                program,
                counted(first.slots(), unit),
                counted(first.comparison().slots(), unit),
                spread(analyses, "%.2f", analysis -> analysis.comparison().modelMs() / 1000),
                spread(analyses, "%.2f", analysis -> analysis.comparison().inJobsMs() / 1000.0),
                spread(
                        analyses,
                        "%+.1f%%",
                        analysis -> error(analysis, analysis.comparison().modelMs())),
                sorted(analyses, analysis -> analysis.comparison().runRatio())[analyses.size() / 2],
                sorted(analyses, analysis -> analysis.comparison().cpuRatio())[analyses.size() / 2],
                spread(
                        analyses,
                        "%+.1f%%",
                        analysis -> error(analysis, analysis.comparison().grownModelMs())));
        System.err.printf(
                Locale.ROOT,
                "%s of %d tasks, self-check %s%n",
                program,
                first.tasks(),
                spread(analyses, "%+.1f%%", analysis -> 100 * analysis.selfCheckError()));
    }

    private static String counted(int slots, String unit) {
        return slots + " " + unit + (slots == 1 ? "" : "s");
    }

    private static double error(Analysis analysis, double modelMs) {
        return 100 * (modelMs / analysis.comparison().inJobsMs() - 1);
    }

    /** Median, smallest and largest. */
    private static String spread(List<Analysis> analyses, String format, ToDoubleFunction<Analysis> figure) {
        double[] sorted = sorted(analyses, figure);
        return String.format(
                Locale.ROOT,
                format + " (" + format + " to " + format + ")",
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]);
    }

    private static double[] sorted(List<Analysis> analyses, ToDoubleFunction<Analysis> figure) {
        return analyses.stream().mapToDouble(figure).sorted().toArray();
    }
}
