package org.mandelspark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.record.Run;
import org.mandelspark.record.SweepRecord;
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
     * @param earlier the runs to go on from
     * @throws IllegalArgumentException if options do not go together, with the reason for people
     */
    abstract Study<R> study(List<Run> earlier);

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

    final StudyReport<R> report() {
        return report;
    }

    final CommandSpec spec() {
        return spec;
    }

    final ProblemOptions problemOptions() {
        return problemOptions;
    }

    @Override
    public final Integer call() throws Exception {
        SparkLogging.setLevel(common().logLevel());
        measure();
        return 0;
    }

    /** Measures all that is asked for. */
    void measure() throws IOException {
        requireNoSweep();
        measure(folderOptions(), this::study);
    }

    /** A study would be hidden by a sweep in the same folder. */
    final void requireNoSweep() {
        folderOptions().path().filter(SweepRecord::isIn).ifPresent(path -> {
            throw new ParameterException(
                    spec.commandLine(), "--out " + path + ": it holds a sweep of studies: take another folder");
        });
    }

    /** Measures a study, prints what it found and writes its folder. */
    final R measure(FolderOptions where, Function<List<Run>, Study<R>> asked) throws IOException {
        try (Sitting sitting = new Sitting(where, spec)) {
            return measure(where, asked, sitting);
        }
    }

    private R measure(FolderOptions where, Function<List<Run>, Study<R>> asked, Sitting sitting) throws IOException {
        Study<R> study;
        Optional<StudyFolder> folder;
        Optional<TraceFolder> traceFolder;
        try {
            study = asked.apply(sitting.earlier());
            study.check();
            traceFolder = traceFolder(where);
            folder = sitting.folder(study.record(), report.fileNames());
            requireWritable(where, traceFolder);
            problemOptions.warnIfTooDeep(study.record().problem());
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
        return result;
    }

    /**
     * Finds out before anything is measured whether all files of a study can be written.
     *
     * @throws IllegalArgumentException if not, with the option and the reason
     */
    final void requireWritable(FolderOptions where) {
        where.folder(report.fileNames());
        requireWritable(where, traceFolder(where));
    }

    private Optional<TraceFolder> traceFolder(FolderOptions where) {
        Optional<TraceFolder> folder = where.path().map(path -> new TraceFolder(path, where.existing(), traces));
        if (folder.isEmpty()) {
            new GivenOptions(spec).refuse(TRACES, "without a folder: name one with --out DIR");
        }
        return folder;
    }

    private static void requireWritable(FolderOptions where, Optional<TraceFolder> traceFolder) {
        try {
            traceFolder.ifPresent(TraceFolder::requireWritable);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--out " + where.path().orElseThrow() + ": " + e.getMessage(), e);
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
