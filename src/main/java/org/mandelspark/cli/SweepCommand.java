package org.mandelspark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mandelspark.files.InputFile;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.record.SweepRecord;
import org.mandelspark.report.StudyReport;
import org.mandelspark.report.SweepReport;
import org.mandelspark.study.RecordedStudy;
import org.mandelspark.study.Study;
import org.mandelspark.study.StudyResult;
import org.mandelspark.study.SweepAxis;
import org.mandelspark.workload.Computation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/**
 * A command that measures a study, or one of each combination of several sizes, maxima of iterations and kernels: one after
 * the other, each in a folder of its own.
 *
 * @param <R> what a study finds
 */
abstract class SweepCommand<R extends StudyResult> extends StudyCommand<R> {
    static final String LISTS_1 =
            "--size, --max-iter and --kernel take lists, separated by commas: each combination is a";
    static final String LISTS_2 = "study of its own, in a folder in that of --out, and report shows them side by side.";

    @Mixin
    private KernelOptions kernelOptions;

    SweepCommand(StudyReport<R> report) {
        super(report);
    }

    @Override
    abstract ResumeOptions folderOptions();

    /**
     * The study of a computation.
     *
     * @param earlier the runs to go on from
     * @throws IllegalArgumentException if options do not go together, with the reason for people
     */
    abstract Study<R> study(Computation<?> computation, List<Run> earlier);

    @Override
    final Study<R> study(List<Run> earlier) {
        return study(kernelOptions.computation(problemOptions()), earlier);
    }

    @Override
    final void measure() throws IOException {
        List<Computation<?>> computations;
        try {
            computations = kernelOptions.computations(problemOptions());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), e.getMessage(), e);
        }
        if (computations.size() == 1) {
            super.measure();
        } else {
            sweep(computations);
        }
    }

    private void sweep(List<Computation<?>> computations) throws IOException {
        List<SweepAxis> varied = SweepAxis.varied(computations);
        List<ResumeOptions> places = new ArrayList<>();
        Optional<StudyFolder> folder;
        try {
            folderOptions().resumed();
            for (Computation<?> computation : computations) {
                ResumeOptions place = folderOptions().path().isPresent()
                        ? folderOptions().study(SweepAxis.folder(computation, varied))
                        : folderOptions();
                study(computation, List.of()).check();
                requireWritable(place);
                places.add(place);
            }
            folder = folder(computations, varied);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), e.getMessage(), e);
        }
        PrintWriter terminal = spec().commandLine().getOut();
        List<R> results = new ArrayList<>();
        for (int i = 0; i < computations.size(); i++) {
            Computation<?> computation = computations.get(i);
            terminal.println("study %d of %d: %s"
                    .formatted(i + 1, computations.size(), SweepAxis.describe(computation, varied)));
            terminal.flush();
            results.add(result(computation, places.get(i)));
            terminal.println();
        }
        SweepReport report = new SweepReport(results);
        report.lines().forEach(terminal::println);
        terminal.flush();
        if (folder.isPresent()) {
            report.write(folder.get());
        }
    }

    /** The folder that holds those of all studies, with the list of these. */
    private Optional<StudyFolder> folder(List<Computation<?>> computations, List<SweepAxis> varied) throws IOException {
        Optional<StudyFolder> folder = folderOptions().folder(SweepReport.fileNames(computations));
        if (folder.isEmpty()) {
            return folder;
        }
        String path = folderOptions().path().orElseThrow();
        if (InputFile.isThere(StudyFolder.file(path, RunLog.NAME))) {
            throw new IllegalArgumentException("--out " + path + ": it holds a study: take another folder");
        }
        SweepRecord sweep = new SweepRecord(
                study(computations.get(0), List.of()).record().study(),
                computations.stream()
                        .map(computation -> SweepAxis.folder(computation, varied))
                        .toList());
        if (folderOptions().isResumed()
                && SweepRecord.isIn(path)
                && !SweepRecord.read(path).equals(sweep)) {
            throw new IllegalArgumentException("--resume: " + path + " holds a sweep of other studies");
        }
        sweep.writeTo(folder.get());
        return folder;
    }

    /** The result of a study: read back if an earlier sitting finished it, otherwise measured now. */
    private R result(Computation<?> computation, ResumeOptions place) throws IOException {
        if (folderOptions().isResumed()) {
            String path = place.path().orElseThrow();
            Study<R> study = study(computation, List.of());
            if (report().isWritten(path) && StudyRecord.read(path).asksAs(study.record())) {
                R found = report().cast(RecordedStudy.read(path).result());
                report().lines(found).forEach(spec().commandLine().getOut()::println);
                return found;
            }
        }
        return measure(place, earlier -> study(computation, earlier));
    }
}
