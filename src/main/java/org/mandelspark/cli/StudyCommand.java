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
import org.mandelspark.study.Study;
import org.mandelspark.study.StudyResult;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command that measures a study: checks what is asked, runs it, prints what it found, and writes its folder.
 *
 * @param <R> what it finds
 */
abstract class StudyCommand<R extends StudyResult> implements Callable<Integer> {
    private final StudyReport<R> report;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProblemOptions problemOptions;

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
        try {
            study = study(sitting);
            study.check();
            folder = sitting.folder(study.record(), report.fileNames());
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
