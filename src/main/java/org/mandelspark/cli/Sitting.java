package org.mandelspark.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.files.InputFile;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One stretch of a study, from the first look at its folder to its last file. No other process writes there meanwhile,
 * and a process that is stopped, as by Ctrl-C, says how many runs are kept and how to go on.
 */
final class Sitting implements AutoCloseable {
    private final FolderOptions options;
    private final Thread farewell;
    private List<Run> earlier = List.of();
    private volatile Optional<RunLog> log = Optional.empty();
    private volatile Optional<Closeable> lock = Optional.empty();

    /**
     * Begins; nothing is read or made yet.
     *
     * @param options say where the folder is
     * @param command whose study it is
     */
    Sitting(FolderOptions options, CommandSpec command) {
        this.options = options;
        PrintWriter err = command.commandLine().getErr();
        this.farewell = new Thread(() -> stop(err, command.qualifiedName()), "farewell");
        Runtime.getRuntime().addShutdownHook(farewell);
    }

    /** The runs to go on from; throws IllegalArgumentException if they cannot be used or another process is at work. */
    List<Run> earlier() {
        Optional<String> resumed = options.resumed();
        if (resumed.isPresent()) {
            String path = resumed.get();
            // A folder without a study stays as it is.
            if (InputFile.isThere(StudyFolder.file(path, RunLog.NAME))) {
                lock();
            }
            try {
                earlier = RunLog.read(path);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--resume: " + e.getMessage(), e);
            }
        }
        return earlier;
    }

    /**
     * The folder, if one is named; throws IllegalArgumentException if its files cannot be written.
     *
     * @param study what is to be measured
     * @param names of all files
     */
    Optional<StudyFolder> folder(StudyRecord study, List<String> names) {
        Optional<StudyFolder> folder = options.folder(names);
        if (lock.isEmpty()) {
            lock();
        }
        log = folder.map(there -> new RunLog(there, study, earlier));
        return folder;
    }

    /** The log that keeps runs, once there is a folder. */
    Optional<RunLog> log() {
        return log;
    }

    private void lock() {
        options.locked().ifPresent(path -> {
            try {
                lock = Optional.of(StudyFolder.lock(path));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--out " + path + ": " + e.getMessage(), e);
            }
        });
    }

    private void stop(PrintWriter err, String command) {
        SparkLogging.silence();
        int kept = log.map(RunLog::close).orElse(0);
        if (ProgressLine.stderrIsTerminal()) {
            err.println();
        }
        err.println(command + ": stopped; " + options.kept(kept));
        try {
            release();
        } catch (IOException e) {
            err.println(command + ": " + e.getMessage());
        }
    }

    private void release() throws IOException {
        if (lock.isPresent()) {
            lock.get().close();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The process is being stopped, with the status of the signal: this thread could only report what that does
            // to itself. It does not return from here.
            System.exit(Main.FAILED);
        }
        release();
    }
}
