package org.mandelspark.cli;

import java.util.List;
import java.util.Optional;
import org.mandelspark.output.OutputFile;
import org.mandelspark.output.RecordedRun;
import org.mandelspark.output.RunLog;
import org.mandelspark.output.StudyFolder;
import picocli.CommandLine.Option;

/** The same for studies that can go on where they were stopped. */
final class ResumeOptions extends FolderOptions {
    @Option(
            names = "--resume",
            description = "Go on with the study in the folder: the runs in it count, and only missing ones are made.")
    private boolean resume;

    /** The runs that are there already; throws IllegalArgumentException if they cannot be used. */
    List<RecordedRun> earlier() {
        if (!resume) {
            return List.of();
        }
        String path = path().orElseThrow(() -> new IllegalArgumentException("--resume needs the folder: --out DIR"));
        try {
            return RunLog.read(path);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--resume: " + e.getMessage(), e);
        }
    }

    /** A log of all runs, which begins with the earlier ones. */
    static Optional<RunLog> log(Optional<StudyFolder> folder, List<RecordedRun> earlier) {
        return folder.map(there -> new RunLog(there, earlier));
    }

    @Override
    OutputFile.Existing existing() {
        return resume ? OutputFile.Existing.REPLACE : super.existing();
    }
}
