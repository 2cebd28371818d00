package org.mandelspark.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mandelspark.files.Json;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.Ledger.Account;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.PopMetrics;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.Environment;
import org.mandelspark.record.Run;
import org.mandelspark.study.StudyResult;

/**
 * Runs and chunks of any studies as tables for other programs: one line a run with all its parameters and metrics, and one line a
 * chunk. Every number has its unit in the name of its column; times of chunks are whole nanoseconds.
 */
final class TidyTables {
    static final String RUNS = "runs.csv";
    static final String CHUNKS = "chunks.csv";

    private static final double NANOS = 1e9;

    private TidyTables() {}

    /**
     * A run of a study; a void one has no ledger and no factors of its efficiency.
     *
     * @param number from 1, in the order of the list of runs
     * @param configuration name of its configuration, where it has one
     */
    private record Line(
            int number,
            Optional<String> configuration,
            Run run,
            JsonNode problem,
            Optional<Ledger> ledger,
            Optional<PopMetrics> pop) {
        static Line of(int number, Run run, StudyResult result) {
            boolean isOfOne = run.phase() == Phase.WARMUP || run.phase() == Phase.MEASURED;
            Optional<Run> valid = Optional.of(run).filter(trusted -> !trusted.isVoid());
            return new Line(
                    number,
                    isOfOne ? Optional.of(result.configuration(run)) : Optional.empty(),
                    run,
                    Json.tree((Object) run.problem()),
                    valid.map(Run::ledger),
                    valid.map(Run::pop));
        }
    }

    /** A chunk of a run, of its second job if {@code job} is 2. */
    private record ChunkLine(Line of, int job, ChunkTiming chunk) {}

    /** The two tables of results, runs numbered throughout. */
    static StudyFiles of(List<? extends StudyResult> results) {
        List<Line> lines = lines(results);
        return new StudyFiles(
                List.of(
                        new StudyFiles.Table(RUNS, out -> runs(lines).writeCsv(lines, out)),
                        new StudyFiles.Table(
                                CHUNKS, out -> chunks().writeCsv(lines.stream().flatMap(TidyTables::chunks), out))),
                List.of());
    }

    private static List<Line> lines(List<? extends StudyResult> results) {
        List<Line> lines = new ArrayList<>();
        for (StudyResult result : results) {
            for (Run run : result.runs()) {
                lines.add(Line.of(lines.size() + 1, run, result));
            }
        }
        return lines;
    }

    private static Stream<ChunkLine> chunks(Line line) {
        return Stream.concat(
                line.run().chunks().stream().map(chunk -> new ChunkLine(line, 1, chunk)),
                line.run().rest().stream()
                        .flatMap(rest -> rest.chunks().stream())
                        .map(chunk -> new ChunkLine(line, 2, chunk)));
    }

    private static Columns<Line> runs(List<Line> lines) {
        Columns<Line> columns = new Columns<Line>()
                .stored("run", Line::number)
                .stored("study", line -> line.run().place().name())
                .stored("configuration", Line::configuration)
                .stored("phase", line -> line.run().phase().label())
                .stored("repeat", line -> line.run().repeat())
                .stored("seed", line -> line.run().place().seed());
        problemKeys(lines)
                .forEach(key -> columns.stored(
                        "problem_" + key, line -> text(line.problem().path(key))));
        columns.stored("rows", line -> line.run().problem().fileRows())
                .stored("columns", line -> line.run().problem().fileColumns())
                .stored("kernel", line -> line.run().computation().kernel().label())
                .stored("interior", line -> line.run().computation().interior().label())
                .stored("methods", line -> String.join(" and ", line.run().methods()))
                .stored("engine", line -> line.run().engine())
                .stored("schedule", line -> line.run().schedule().label())
                .stored("unit", line -> line.run().unit().label())
                .stored("planned_workers", line -> line.run().plannedWorkers())
                .stored("workers", line -> line.run().workers())
                .stored("chunks", line -> line.run().chunks().size())
                .stored("valid", line -> !line.run().isVoid())
                .stored("total_s", line -> line.run().totalSeconds())
                .stored("reference_s", line -> line.run().referenceNanos() / NANOS)
                .stored("table_s", line -> line.run().tableNanos() / NANOS)
                .stored("plan_s", line -> line.run().planNanos() / NANOS)
                .stored("compute_s", line -> line.run().wallNanos() / NANOS)
                .stored("rest_s", line -> line.run().rest().map(rest -> rest.wallNanos() / NANOS))
                .stored("work_core_s", line -> line.run().workSeconds())
                .stored("efficiency", line -> line.pop().map(PopMetrics::parallelEfficiency))
                .stored("load_balance", line -> line.pop().map(PopMetrics::loadBalance))
                .stored("serialisation_efficiency", line -> line.pop().map(PopMetrics::serialisationEfficiency))
                .stored("transfer_efficiency", line -> line.pop().map(PopMetrics::transferEfficiency))
                .stored("iterations_per_core_s", line -> line.pop().map(PopMetrics::iterationsPerCoreSecond))
                .stored(
                        "imbalance",
                        line -> line.pop().map(pop -> line.run().imbalance().lambda()))
                .stored(
                        "longest_chunk_s",
                        line -> Arrays.stream(line.run().chunkNanos()).max().orElseThrow() / NANOS)
                .stored("lower_bound_s", line -> line.run().bounds().lower() / NANOS)
                .stored("iterations", line -> line.run().iterations())
                .stored("steps", line -> line.run().steps())
                .stored("result_bytes", line -> line.run().resultBytes())
                .stored("tasks_seen", line -> line.run().tasksSeen())
                .stored("retries", line -> line.run().extra().retries())
                .stored("speculative", line -> line.run().extra().speculative());
        accounts(lines)
                .forEach(account -> columns.stored(
                        "ledger_" + account.key() + "_core_s",
                        line -> line.ledger().map(ledger -> ledger.nanos(account) / NANOS)));
        return columns.stored("checksum", line -> line.run().checksum())
                .stored("cpu", line -> line.run().environment().cpu())
                .stored("cores", line -> line.run().environment().cores())
                .stored("granted_cores", line -> line.run().environment().grantedCores())
                .stored("quota_cores", line -> line.run().environment().quotaCores())
                .stored("memory_bytes", line -> line.run().environment().memoryBytes())
                .stored("heap_bytes", line -> line.run().environment().heapBytes())
                .stored("os", line -> line.run().environment().os())
                .stored("jvm", line -> line.run().environment().jvm())
                .stored("spark", line -> spark(line).map(Environment.Spark::version))
                .stored("master", line -> spark(line).map(Environment.Spark::master))
                .stored("version", line -> line.run().environment().version())
                .stored("git_commit", line -> line.run().environment().gitCommit());
    }

    private static Optional<Environment.Spark> spark(Line line) {
        return line.run().environment().spark();
    }

    /** Accounts of any of the runs. */
    private static List<Account> accounts(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.ledger().stream())
                .flatMap(ledger -> ledger.rows().stream())
                .map(Ledger.Row::account)
                .distinct()
                .sorted()
                .toList();
    }

    private static Columns<ChunkLine> chunks() {
        return new Columns<ChunkLine>()
                .stored("run", line -> line.of().number())
                .stored("job", ChunkLine::job)
                .stored("chunk", line -> line.chunk().index())
                .stored("first", line -> line.chunk().rows().first())
                .stored("count", line -> line.chunk().rows().count())
                .stored("stride", line -> line.chunk().rows().stride())
                .stored("modulus", line -> line.chunk().rows().modulus())
                .stored("executor", line -> line.chunk().executor())
                .stored("host", line -> line.chunk().host())
                .stored("slot", line -> line.chunk().slot())
                .stored("start_ns", line -> line.chunk().startNanos())
                .stored("end_ns", line -> line.chunk().endNanos())
                .stored("kernel_ns", line -> line.chunk().usefulNanos())
                .stored("encode_ns", line -> line.chunk().encodeNanos())
                .stored("write_ns", line -> line.chunk().writeNanos())
                .stored("table_ns", line -> line.chunk().tableNanos())
                .stored("iterations", line -> line.chunk().iterations())
                .stored("steps", line -> line.chunk().steps())
                .stored("result_bytes", line -> line.chunk().resultBytes())
                .stored("attempt", line -> line.chunk().attempt());
    }

    private static Set<String> problemKeys(List<Line> lines) {
        Set<String> keys = new LinkedHashSet<>();
        lines.forEach(line -> line.problem().fieldNames().forEachRemaining(keys::add));
        return keys;
    }

    private static Object text(JsonNode value) {
        return value.isMissingNode() ? null : value.isTextual() ? value.asText() : value.toString();
    }
}
