package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.files.ObjectFolder;
import org.mandelspark.grid.Counted;
import org.mandelspark.picture.pyramid.PyramidFiles;
import org.mandelspark.study.PyramidCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: a pyramid compared with what is computed now. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Makes tiles of a pyramid again and compares them with its files, pixel for pixel.",
            "Exit status: 0 if they are equal, 1 if not."
        },
        sortOptions = false,
        defaultValueProvider = VerifyCommand.Defaults.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] verify DIR [OPTIONS]",
        descriptionHeading = "%n",
        parameterListHeading = "%nFolder:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Example:", "  submit/mandelspark verify out/mojo --sample 1000"})
final class VerifyCommand implements Callable<Integer> {
    static final class Defaults extends OptionDefaults {
        Defaults() {
            super(Map.of(EngineOptions.ENGINE, "spark"));
        }
    }

    /** Differences that are printed; the others are counted. */
    private static final int SHOWN = 10;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A folder that 'pyramid' wrote, on any Hadoop path.")
    private String folder;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Number of tiles, spread evenly over all levels. Default: all")
    private Integer sample;

    @Mixin
    private EngineOptions engineOptions;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        SparkLogging.setLevel(common.logLevel());
        PyramidCheck check;
        try {
            if (sample != null && sample < 1) {
                throw new IllegalArgumentException("--sample " + sample + ": at least 1 tile is needed");
            }
            check = new PyramidCheck(
                    PyramidFiles.in(new ObjectFolder(folder)),
                    engineOptions.choice(),
                    sample == null ? OptionalInt.empty() : OptionalInt.of(sample));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), folder + ": " + e.getMessage(), e);
        }
        PyramidCheck.Checked checked;
        try (RunReporter reporter = new RunReporter(spec.commandLine().getErr(), common)) {
            checked = check.execute(reporter);
        }
        print(check, checked);
        return checked.differences().isEmpty() ? 0 : Main.FAILED;
    }

    private void print(PyramidCheck check, PyramidCheck.Checked checked) {
        PrintWriter out = spec.commandLine().getOut();
        SummaryLines facts = new SummaryLines(out, System.getenv());
        facts.problem(check.manifest().parameters().problem());
        facts.line("checked", "%s in %.3f s", Counted.of(checked.tiles(), "tile"), checked.seconds());
        checked.differences().stream()
                .limit(SHOWN)
                .forEach(difference -> facts.line(
                        "differs",
                        "level %d, column %d, row %d: %s",
                        difference.tile().level(),
                        difference.tile().column(),
                        difference.tile().row(),
                        difference.finding().label()));
        facts.line(
                "result",
                "%s",
                checked.differences().isEmpty()
                        ? "all equal"
                        : Counted.of(checked.differences().size(), "tile differs", "tiles differ"));
        facts.flush();
    }
}
