package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mandelspark.engine.EngineException;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.files.OutputFile;
import org.mandelspark.hosts.HostProbe;
import org.mandelspark.hosts.RollCall;
import org.mandelspark.report.HostsTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hosts}: who and where the workers are. */
@Command(
        name = "hosts",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Asks every worker at once who and where it is: the first command to run on a new cluster.",
            "Fails if an executor does not answer."
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
    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "PATH", description = "A .json file for all answers, on any Hadoop path.")
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
        PrintWriter err = spec.commandLine().getErr();
        RollCall roll;
        try {
            Optional<OutputFile> json = force.file(out, ".json", List.of());
            try (SparkEngine engine = sparkOptions.start("hosts")) {
                engine.webUrl().ifPresent(url -> err.println("Spark's web interface: " + url));
                roll = HostProbe.call(engine, sparkOptions.workers());
            }
            if (json.isPresent()) {
                json.get().write(roll::writeJson);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        SummaryLines facts = new SummaryLines(spec.commandLine().getOut(), System.getenv());
        facts.engine(roll.environment());
        facts.line("reached", "%s", roll.summary());
        facts.wrote(out);
        facts.table(HostsTable.lines(roll.workers()));
        roll.warnings().forEach(warning -> err.println("warning: " + warning));
        if (!roll.shortfalls().isEmpty()) {
            throw new EngineException(String.join("; ", roll.shortfalls()), null);
        }
        return 0;
    }
}
