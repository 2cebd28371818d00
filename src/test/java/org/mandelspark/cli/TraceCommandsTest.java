package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.files.TraceRules;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.Ledger.Account;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;

/** Traces and tidy tables of commands, inside this process. */
class TraceCommandsTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--engine serial",
                "--engine threads --workers 2",
                "--engine spark --workers 2 --unit 16x16 --schedule lpt:self",
                "--engine threads --workers 2 --arithmetic exact"
            })
    void theTraceOfARunKeepsTheRulesAndAddsUpToItsLedger(String engine) throws IOException {
        Path trace = folder.resolve("r.trace.json.gz");
        Path record = folder.resolve("r.json");
        assertThat(run("render --view magpi --size 90x60 " + engine + " --out " + trace + " --out " + record))
                .as(err.toString())
                .isZero();
        Run run = RunLog.single(record.toString()).orElseThrow();
        TraceRules rules = TraceRules.of(trace);
        int rest = run.rest().map(second -> second.chunks().size()).orElse(0);
        assertThat(rules.having("iterations")).hasSize(run.chunks().size() + rest);
        assertThat(rules.arrows()).isEqualTo(run.chunks().size() + rest);
        Ledger ledger = run.ledger();
        rules.requireSum("kernel", ledger.nanos(Account.KERNEL));
        rules.requireSum("plan", ledger.nanos(Account.PLAN) / run.workers());
        rules.requireSum("reference", ledger.nanos(Account.REFERENCE) / run.workers());
        assertThat(rules.counters()).containsEntry("busy slots", 0.0);
        assertThat(rules.counters().getOrDefault("bytes of finished chunks", 0.0))
                .isEqualTo((double) run.resultBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "spark"})
    void aPyramidHasATraceOfItsFirstPass(String engine) throws IOException {
        Path trace = folder.resolve("p.trace.json.gz");
        Path pyramid = folder.resolve("p");
        String command = "pyramid --view magpi --size 301x205 --tile 64 --engine " + engine + " --out " + pyramid;
        assertThat(run(command + " --out " + trace)).as(err.toString()).isZero();
        Run run = RunLog.single(pyramid.toString()).orElseThrow();
        TraceRules rules = TraceRules.of(trace);
        rules.requireSum("kernel", run.ledger().nanos(Account.KERNEL));
        rules.requireSum("encode", run.ledger().nanos(Account.ENCODE));
        rules.requireSum("write", run.ledger().nanos(Account.WRITE));
        assertThat(run(command + " --resume --out " + trace)).as(err.toString()).isZero();
        assertThat(run(command + " --force --out " + trace + " --out " + trace)).isEqualTo(2);
        assertThat(err.toString()).contains("name one trace");
    }

    @Test
    void aStudyKeepsTheTracesThatWereAskedForAndTidyTables() throws IOException {
        String command = "balance --view magpi --size 60x40 --engine threads --workers 2 --schedules static,cyclic"
                + " --repeats 3 --warmup 1 --seed 5 --out " + folder.resolve("s");
        assertThat(run(command)).as(err.toString()).isZero();
        assertThat(traces()).hasSize(2).allMatch(name -> name.matches("(static|cyclic)-run-[123].trace.json.gz"));
        for (String name : traces()) {
            TraceRules.of(folder.resolve("s/traces").resolve(name));
        }
        List<Run> runs = RunLog.read(folder.resolve("s").toString());
        List<String> lines = Files.readAllLines(folder.resolve("s/runs.csv"));
        assertThat(lines).hasSize(1 + runs.size());
        assertThat(lines.get(0)).startsWith("run,study,configuration,phase,repeat,seed,problem_workload,problem_name,");
        assertThat(lines.get(1)).startsWith("1,balance,");
        assertThat(lines)
                .allMatch(line -> line.replaceAll("\"[^\"]*\"", "").split(",", -1).length
                        == lines.get(0).split(",", -1).length);
        assertThat(Files.readAllLines(folder.resolve("s/chunks.csv")))
                .hasSize(1 + runs.stream().mapToInt(run -> run.chunks().size()).sum())
                .element(0)
                .isEqualTo("run,job,chunk,first,count,stride,modulus,executor,host,slot,start_ns,end_ns,kernel_ns,"
                        + "encode_ns,write_ns,table_ns,iterations,steps,result_bytes,attempt");

        Files.writeString(folder.resolve("s/traces/notes.txt"), "mine");
        assertThat(run(command + " --force --traces all")).as(err.toString()).isZero();
        assertThat(traces()).hasSize(7).contains("notes.txt", "static-run-1.trace.json.gz");
        assertThat(run(command + " --force --traces none")).as(err.toString()).isZero();
        assertThat(traces()).containsExactly("notes.txt");
    }

    @Test
    void whatCannotBeIsRefusedInOneLine() throws IOException {
        Path trace = Files.writeString(folder.resolve("t.trace.json.gz"), "mine");
        refused(
                "render --size 9 --engine serial --out " + trace,
                "t.trace.json.gz is already there; --force replaces it");
        refused("balance --size 9 --traces few", "unknown choice of runs 'few', known are none, median, all");
        refused("balance --size 9 --traces all", "--traces all has no effect without a folder");
        refused("pyramid --size 90 --out " + trace, "a pyramid has one folder");
        Files.createDirectories(folder.resolve("s/traces"));
        Path old = Files.writeString(folder.resolve("s/traces/a-run-1.trace.json.gz"), "mine");
        refused("balance --size 9 --engine threads --out " + folder.resolve("s"), "--force replaces all traces");
        assertThat(old).content().isEqualTo("mine");
        assertThat(trace).content().isEqualTo("mine");
    }

    private void refused(String command, String why) {
        err.getBuffer().setLength(0);
        assertThat(run(command)).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains(why);
    }

    private List<String> traces() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("s/traces"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private int run(String command) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), command.split(" "));
    }
}
