package org.mandelspark.cli;

import java.util.Optional;
import org.mandelspark.files.OutputFile;
import picocli.CommandLine.Option;

/** The same for studies that can go on where they were stopped. */
final class ResumeOptions extends FolderOptions {
    @Option(
            names = "--resume",
            description = "Continue the study in the folder: the runs in it count, and only missing ones are made.")
    private boolean resume;

    @Override
    Optional<String> resumed() {
        if (!resume) {
            return Optional.empty();
        }
        force.requireNoResume();
        return Optional.of(
                path().orElseThrow(() -> new IllegalArgumentException("--resume needs the folder: --out DIR")));
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
