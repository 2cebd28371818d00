package org.mandelspark.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mandelspark.files.Json;
import org.mandelspark.files.ObjectFolder;
import org.mandelspark.files.StudyFolder;

/**
 * The runs of a study as the file {@value #NAME} of its folder: a list of runs, whole after each run, so that a study that
 * is stopped keeps what it has measured.
 */
public final class RunLog {
    /** The file's name. */
    public static final String NAME = "runs.json";

    /** The name of the file of a run alone, in the folder of what it made. */
    public static final String SINGLE = "run.json";

    private final StudyFolder folder;
    private final StudyRecord study;
    private final List<RunFile> runs = new ArrayList<>();
    private int kept;
    private boolean isAnnounced;
    private boolean closed;

    /**
     * A log that goes on from earlier runs; its file, and the study's, appear with the first new run.
     *
     * @param folder where both files are announced
     * @param study what is to be measured
     * @param earlier the runs that stay
     */
    public RunLog(StudyFolder folder, StudyRecord study, List<Run> earlier) {
        this.folder = folder;
        this.study = study;
        earlier.forEach(run -> runs.add(RunFile.of(run)));
        kept = runs.size();
    }

    /**
     * Adds a run and writes the file.
     *
     * @throws IOException if it cannot be written, or if the log is closed; the file is then as it was before
     */
    public synchronized void add(Run run) throws IOException {
        if (closed) {
            throw new IOException("the study was stopped");
        }
        if (!isAnnounced) {
            study.writeTo(folder);
            isAnnounced = true;
        }
        runs.add(RunFile.of(run));
        folder.write(NAME, out -> Json.write(runs, out));
        kept = runs.size();
    }

    /**
     * Leaves the file as it is for good.
     *
     * @return number of runs in it
     */
    public synchronized int close() {
        closed = true;
        return kept;
    }

    /**
     * The runs of a study folder.
     *
     * @param path of the folder, as for {@link org.mandelspark.files.OutputFile#of}
     * @throws IllegalArgumentException if there is no such file, or if it is incomplete, something else or of another
     *     version, with the reason for people
     */
    public static List<Run> read(String path) {
        String file = StudyFolder.file(path, NAME);
        if (SweepRecord.isIn(path)) {
            throw new IllegalArgumentException(path + " holds a sweep of studies: name the folder of one, such as "
                    + StudyFolder.file(path, SweepRecord.read(path).folders().get(0)));
        }
        JsonNode list = Json.readFile(file);
        if (!list.isArray()) {
            throw new IllegalArgumentException(file + " is not a list of runs, so " + path + " is not a study folder");
        }
        List<Run> runs = new ArrayList<>();
        for (JsonNode run : list) {
            try {
                requireFormat(run);
                runs.add(Json.value(run, RunFile.class).run());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        file + ": run " + (runs.size() + 1) + " is invalid: " + e.getMessage(), e);
            }
        }
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(file + " has no runs");
        }
        return runs;
    }

    /**
     * The run that a job has recorded, if a path leads to one.
     *
     * @param path of the folder of a pyramid, or of the file itself, which ends in {@code .json}
     * @throws IllegalArgumentException if the file is incomplete, something else or of another version, with the reason for
     *     people
     */
    public static Optional<Run> single(String path) {
        String file = path.endsWith(".json") ? path : StudyFolder.file(path, SINGLE);
        try {
            if (!path.endsWith(".json") && !new ObjectFolder(path).has(SINGLE)) {
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": " + e.getMessage(), e);
        }
        JsonNode run = Json.readFile(file);
        try {
            requireFormat(run);
            return Optional.of(Json.value(run, RunFile.class).run());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " is not the account of a run: " + e.getMessage(), e);
        }
    }

    /** Refuses trees of other versions; throws IllegalArgumentException that names both. */
    static void requireFormat(JsonNode tree) {
        // Version 1 wrote its number inside the study.
        int format = tree.path("format").asInt(tree.path("study").path("format").asInt(0));
        if (format != Run.FORMAT) {
            throw new IllegalArgumentException(
                    "it has format " + format + ", and this version reads format " + Run.FORMAT);
        }
    }
}
