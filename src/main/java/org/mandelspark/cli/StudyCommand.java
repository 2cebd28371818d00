package org.mandelspark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.report.RunOrder;
import org.mandelspark.report.StudyReport;
import org.mandelspark.report.TraceFolder;
import org.mandelspark.report.Traces;
import org.mandelspark.study.Study;
import org.mandelspark.study.StudyResult;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command that measures a study: checks what is asked, runs it, prints what it found, and writes its folder.
 *
 * @param <R> what it finds
 */
abstract class StudyCommand<R extends StudyResult> implements Callable<Integer> {
    private static final String TRACES = "--traces";

    private final StudyReport<R> report;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProblemOptions problemOptions;

    @Option(
            names = TRACES,
            paramLabel = "RUNS",
            defaultValue = "median",
            description = "Measured runs that the folder also has as traces, for Perfetto: none; median, the one in the"
                    + " middle of each configuration; all. Default: ${DEFAULT-VALUE}")
    private Traces traces;

    StudyCommand(StudyReport<R> report) {
        this.report = report;
    }

    /**
     * The study asked for.
     *
     * @param sitting knows the runs to go on from
     * @throws IllegalArgumentException if options do not go together, with the reason for people
     */
    abstract Study<R> study(Sitting sitting);

    /** Prints lines about a result that its tables do not show, between the problem and the machine. */
    abstract void print(R result, SummaryLines facts);

    /** Prints the machine. */
    abstract void printMachine(R result, SummaryLines facts);

    /** Lines below the tables of a result. */
    List<String> appendix(R result) {
        return List.of();
    }

    abstract FolderOptions folderOptions();

    abstract CommonOptions common();

    final CommandSpec spec() {
        return spec;
    }

    final ProblemOptions problemOptions() {
        return problemOptions;
    }

    @Override
    public final Integer call() throws Exception {
        SparkLogging.setLevel(common().logLevel());
        try (Sitting sitting = new Sitting(folderOptions(), spec)) {
            call(sitting);
        }
        return 0;
    }

    private void call(Sitting sitting) throws IOException {
        Study<R> study;
        Optional<StudyFolder> folder;
        Optional<TraceFolder> traceFolder;
        try {
            study = study(sitting);
            study.check();
            traceFolder = traceFolder();
            folder = sitting.folder(study.record(), report.fileNames());
            requireWritable(traceFolder);
            problemOptions.warnIfTooDeep();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        R result;
        try (StudyProgress progress = new StudyProgress(
                spec.commandLine().getErr(),
                common(),
                study.expectedRuns(),
                study.record().problem())) {
            result = study.execute(sitting.log(), progress);
        }
        print(result, study.record().seed());
        if (folder.isPresent()) {
            report.write(result, folder.get());
            traceFolder.get().write(result);
        }
    }

    private Optional<TraceFolder> traceFolder() {
        Optional<TraceFolder> folder = folderOptions()
                .path()
                .map(path -> new TraceFolder(path, folderOptions().existing(), traces));
        if (folder.isEmpty()) {
            new GivenOptions(spec).refuse(TRACES, "without a folder: name one with --out DIR");
        }
        return folder;
    }

    private void requireWritable(Optional<TraceFolder> traceFolder) {
        try {
            traceFolder.ifPresent(TraceFolder::requireWritable);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--out " + folderOptions().path().orElseThrow() + ": " + e.getMessage(), e);
        }
    }

    private void print(R result, long seed) {
        PrintWriter terminal = spec.commandLine().getOut();
        SummaryLines facts = new SummaryLines(terminal, System.getenv());
        facts.problem(result.problem());
        print(result, facts);
        facts.line("order", "%s, --seed %d", RunOrder.of(result), seed);
        printMachine(result, facts);
        terminal.println();
        report.lines(result).forEach(terminal::println);
        appendix(result).forEach(terminal::println);
        terminal.flush();
    }
}
