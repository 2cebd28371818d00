package org.mandelspark.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs of a study as the file {@value #NAME} of its folder: a list of run records, whole after each run, so that a
 * study that is stopped keeps what it has measured.
 */
public final class RunLog {
    /** The file's name. */
    public static final String NAME = "runs.json";

    private final StudyFolder folder;
    private final List<JsonNode> records = new ArrayList<>();
    private int kept;
    private boolean closed;

    /**
     * An empty log, whose file appears with the first run.
     *
     * @param folder where the file is announced
     */
    public RunLog(StudyFolder folder) {
        this.folder = folder;
    }

    /**
     * A log that goes on from earlier runs.
     *
     * @param earlier the runs that stay
     */
    public RunLog(StudyFolder folder, List<RecordedRun> earlier) {
        this(folder);
        earlier.forEach(run -> records.add(run.text()));
        kept = records.size();
    }

    /**
     * Adds a run and writes the file.
     *
     * @throws IOException if it cannot be written, or if the log is closed; the file is then as it was before
     */
    public synchronized void add(RunRecord run) throws IOException {
        if (closed) {
            throw new IOException("the study was stopped");
        }
        records.add(Json.tree(run));
        folder.write(NAME, out -> Json.write(records, out));
        kept = records.size();
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
     * @param path of the folder, as for {@link OutputFile#of}
     * @throws IllegalArgumentException if there is no such file, or if it is not whole, not one of these or of another
     *     version, with the reason for people
     */
    public static List<RecordedRun> read(String path) {
        String file = StudyFolder.file(path, NAME);
        JsonNode list;
        try (InputStream in = InputFile.open(file)) {
            list = Json.read(in);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is no JSON, or not all of it is there", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": " + Store.reason(e), e);
        }
        if (!list.isArray()) {
            throw new IllegalArgumentException(file + " is no list of runs, so " + path + " is no study folder");
        }
        List<RecordedRun> runs = new ArrayList<>();
        for (JsonNode record : list) {
            try {
                runs.add(RecordedRun.of(record));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        file + ": run " + (runs.size() + 1) + " cannot be used: " + e.getMessage(), e);
            }
        }
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(file + " has no runs");
        }
        return runs;
    }
}
