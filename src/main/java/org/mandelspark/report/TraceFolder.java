package org.mandelspark.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.mandelspark.files.InputFolder;
import org.mandelspark.files.ObjectFolder;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.OutputFormat;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunTrace;
import org.mandelspark.study.StudyResult;

/** The folder {@value #NAME} in the folder of a study, with a trace for each of some runs. */
public final class TraceFolder {
    static final String NAME = "traces";

    private final ObjectFolder study;
    private final OutputFile.Existing existing;
    private final Traces choice;

    /**
     * A folder that may not be there yet.
     *
     * @param study path of the study's folder, as for {@link OutputFile#of}
     * @param existing what becomes of traces that are already there
     * @param choice the runs
     */
    public TraceFolder(String study, OutputFile.Existing existing, Traces choice) {
        this.study = new ObjectFolder(study);
        this.existing = existing;
        this.choice = choice;
    }

    /**
     * Finds out before the work starts whether traces can be written.
     *
     * @throws IllegalArgumentException if not, with the reason for people
     */
    public void requireWritable() {
        if (choice == Traces.NONE) {
            return;
        }
        List<String> there = names();
        if (existing == OutputFile.Existing.KEEP && !there.isEmpty()) {
            throw new IllegalArgumentException(
                    study.file(there.get(0)) + " is already there; --force replaces all traces in that folder");
        }
        OutputFile.of(study.file(NAME + "/trial"), OutputFile.Existing.REPLACE).requireWritable();
    }

    /**
     * Writes the traces; those of an earlier study are removed.
     *
     * @throws IOException if one cannot be written, with its name and the reason in one line
     */
    public void write(StudyResult result) throws IOException {
        for (String old : names()) {
            study.delete(old);
        }
        for (Map.Entry<String, Run> trace : choice.of(result).entrySet()) {
            OutputFile.of(study.file(NAME + "/" + trace.getKey()), OutputFile.Existing.REPLACE)
                    .write(new RunTrace(trace.getValue())::writeTo);
        }
    }

    /** The traces that are there, by their paths in the study's folder. */
    private List<String> names() {
        try {
            if (!study.has(NAME)) {
                return List.of();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + study.file(NAME) + ": " + e.getMessage(), e);
        }
        return InputFolder.entries(study.file(NAME)).stream()
                .filter(entry -> !entry.isFolder())
                .map(entry -> NAME + "/" + entry.name())
                .filter(name -> name.endsWith("." + OutputFormat.TRACE_JSON_GZ.extension()))
                .toList();
    }
}
