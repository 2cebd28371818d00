package org.mandelspark.cli;

import java.util.Optional;
import org.mandelspark.files.InputFile;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.record.RunLog;
import picocli.CommandLine.Option;

/** The same for studies that can go on where they were stopped. */
final class ResumeOptions extends FolderOptions {
    @Option(
            names = "--resume",
            description = "Continue the study in the folder: the runs in it count, and only missing ones are made.")
    private boolean resume;

    /** The folder that this one is in, of the study of a sweep. */
    private Optional<String> sweep = Optional.empty();

    /** These options for one study of a sweep, which has a folder of its own within this one. */
    ResumeOptions study(String name) {
        ResumeOptions study = new ResumeOptions();
        study.out = StudyFolder.file(out, name);
        study.force = force;
        study.resume = resume;
        study.sweep = path();
        return study;
    }

    /** True if a study goes on. */
    boolean isResumed() {
        return resume;
    }

    @Override
    Optional<String> resumed() {
        if (!resume) {
            return Optional.empty();
        }
        force.requireNoResume();
        String path = path().orElseThrow(() -> new IllegalArgumentException("--resume needs the folder: --out DIR"));
        boolean isAhead = sweep.isPresent() && !InputFile.isThere(StudyFolder.file(path, RunLog.NAME));
        return isAhead ? Optional.empty() : Optional.of(path);
    }

    @Override
    Optional<String> locked() {
        return sweep.isPresent() ? sweep : path();
    }

    @Override
    OutputFile.Existing existing() {
        return resume ? OutputFile.Existing.REPLACE : super.existing();
    }

    @Override
    String next() {
        return "the same command with --resume goes on";
    }
}
