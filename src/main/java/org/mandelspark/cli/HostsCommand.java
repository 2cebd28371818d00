package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mandelspark.engine.RollCall;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.files.OutputFile;
import org.mandelspark.grid.Counted;
import org.mandelspark.report.HostsTable;
import org.mandelspark.study.HostsJob;
import org.mandelspark.study.HostsResult;
import org.mandelspark.study.StudyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hosts}: who the workers are. */
@Command(
        name = "hosts",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Has every worker report who and where it is, all at once: the thing to run first on a new cluster.",
            "Fails if an executor was not reached."
        },
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] hosts [OPTIONS]",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  submit/mandelspark hosts --out out/hosts.json",
            "  submit/yarn --num-executors 8 --executor-cores 4 hosts --workers 32"
        })
final class HostsCommand implements Callable<Integer> {
    private static final String EXTENSION = ".json";

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "PATH", description = "A .json file of all reports, on any Hadoop path.")
    private String out;

    @Mixin
    private ForceOption force;

    @Mixin
    private SparkOptions sparkOptions;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws Exception {
        SparkLogging.setLevel(common.logLevel());
        Optional<OutputFile> json;
        try {
            json = json();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        PrintWriter err = spec.commandLine().getErr();
        HostsResult result = new HostsJob(sparkOptions.workers(), sparkOptions.web())
                .execute(engine -> engine.webUrl().ifPresent(url -> err.println("Spark's web interface: " + url)));
        if (json.isPresent()) {
            json.get().write(result::writeJson);
        }
        print(result);
        result.warnings().forEach(warning -> err.println("warning: " + warning));
        if (!result.roll().shortfalls().isEmpty()) {
            throw new StudyException(String.join("; ", result.roll().shortfalls()));
        }
        return 0;
    }

    private Optional<OutputFile> json() {
        if (out == null) {
            force.requireAbsent();
            return Optional.empty();
        }
        if (!out.toLowerCase(Locale.ROOT).endsWith(EXTENSION)) {
            throw new IllegalArgumentException("--out " + out + ": a file that ends with " + EXTENSION + " is needed");
        }
        try {
            OutputFile file = OutputFile.of(out, force.existing());
            file.requireWritable();
            return Optional.of(file);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--out " + out + ": " + e.getMessage(), e);
        }
    }

    private void print(HostsResult result) {
        PrintWriter terminal = spec.commandLine().getOut();
        SummaryLines facts = new SummaryLines(terminal, System.getenv());
        RollCall roll = result.roll();
        facts.line(
                "engine",
                "spark %s",
                result.environment().spark().map(SummaryLines::spark).orElse(""));
        facts.line(
                "reached",
                "%s in %s on %s",
                Counted.of(roll.workers().size(), "worker"),
                Counted.of(roll.executors(), "executor"),
                Counted.of(roll.hosts(), "host"));
        if (out != null) {
            facts.line("wrote", "%s", out);
        }
        terminal.println();
        new HostsTable(roll.workers()).lines().forEach(terminal::println);
        facts.flush();
    }
}
