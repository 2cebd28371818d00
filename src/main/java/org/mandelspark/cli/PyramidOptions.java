package org.mandelspark.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.files.ObjectFolder;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.OutputFormat;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.picture.pyramid.PyramidFiles;
import org.mandelspark.record.RunTrace;
import org.mandelspark.study.EngineChoice;
import org.mandelspark.study.Partitioning;
import org.mandelspark.study.PyramidJob;
import org.mandelspark.study.PyramidRequest;
import org.mandelspark.study.PyramidResult;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of commands that write a pyramid, and the life of such a job: it is checked, executed and summed up. */
final class PyramidOptions {
    /** Words that mean the same to every shell. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,=+@%-]+");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder of the pyramid, on any Hadoop path. A second --out with a path that ends in"
                    + " .trace.json.gz also writes a trace of its first pass, for Perfetto.")
    private List<String> paths;

    @Mixin
    private ForceOption force;

    @Option(
            names = "--resume",
            description = "Finish the pyramid in the folder: blocks of tiles that are there and intact are kept.")
    private boolean resume;

    @Mixin
    private EngineOptions engineOptions;

    @Mixin
    private ScheduleOptions scheduleOptions;

    @Mixin
    private CommonOptions common;

    /** Makes the request of a command; throws IllegalArgumentException if options do not go together. */
    @FunctionalInterface
    interface Asked {
        PyramidRequest request();
    }

    /**
     * Runs a job.
     *
     * @param warning called when nothing is wrong with the request, before it starts
     */
    int run(Asked asked, Runnable warning) throws IOException {
        SparkLogging.setLevel(common.logLevel());
        PyramidRequest request;
        PyramidJob job;
        Optional<OutputFile> trace;
        try {
            if (resume) {
                force.requireNoResume();
            }
            request = asked.request();
            job = new PyramidJob(request);
            trace = trace();
            warning.run();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
        PyramidResult result;
        Closeable lock = lock(job);
        try (lock;
                RunReporter reporter = new RunReporter(command.commandLine().getErr(), common)) {
            result = job.execute(reporter);
        }
        if (trace.isPresent()) {
            trace.get().write(new RunTrace(result.run())::writeTo);
        }
        new PyramidSummary(request, result).print(command.commandLine().getOut());
        return 0;
    }

    /** Looks at the folder before and after it is locked: a folder that is refused stays as it is. */
    private Closeable lock(PyramidJob job) {
        try {
            job.check();
            return StudyFolder.lock(out());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--out " + out() + ": " + e.getMessage(), e);
        }
    }

    EngineChoice engine() {
        return engineOptions.choice();
    }

    Partitioning partitioning() {
        return scheduleOptions.partitioning();
    }

    /** The folder; throws IllegalArgumentException if there is not one. */
    private String out() {
        List<String> folders = paths.stream().filter(path -> !isTrace(path)).toList();
        if (folders.size() != 1) {
            throw new IllegalArgumentException("--out " + String.join(" --out ", paths)
                    + ": a pyramid has one folder, and may have a trace ." + OutputFormat.TRACE_JSON_GZ.extension()
                    + " besides");
        }
        return folders.get(0);
    }

    /** The trace, if one is asked for; throws IllegalArgumentException if it cannot be written. */
    private Optional<OutputFile> trace() {
        List<String> traces = paths.stream().filter(PyramidOptions::isTrace).toList();
        if (traces.size() > 1) {
            throw new IllegalArgumentException("--out " + String.join(" --out ", traces) + ": name one trace");
        }
        return traces.stream().findFirst().map(path -> {
            try {
                OutputFile file = OutputFile.of(path, resume ? OutputFile.Existing.REPLACE : force.existing());
                file.requireWritable();
                return file;
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--out " + path + ": " + e.getMessage(), e);
            }
        });
    }

    private static boolean isTrace(String path) {
        return path.endsWith("." + OutputFormat.TRACE_JSON_GZ.extension());
    }

    PyramidFiles files() {
        try {
            return PyramidFiles.in(new ObjectFolder(out()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--out " + out() + ": " + e.getMessage(), e);
        }
    }

    PyramidRequest.Folder folder() {
        if (resume) {
            return PyramidRequest.Folder.RESUME;
        }
        return switch (force.existing()) {
            case KEEP -> PyramidRequest.Folder.NEW;
            case REPLACE -> PyramidRequest.Folder.REPLACE;
        };
    }

    /** The words of this call, quoted for a shell where that is needed. */
    String call() {
        return "submit/mandelspark "
                + command.commandLine().getParseResult().originalArgs().stream()
                        .map(word -> PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
    }
}
