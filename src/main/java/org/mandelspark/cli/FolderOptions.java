package org.mandelspark.cli;

import java.util.List;
import java.util.Optional;
import org.mandelspark.output.OutputFile;
import org.mandelspark.output.StudyFolder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where a study's files go. */
class FolderOptions {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "A study folder for tables (CSV), plots (SVG and PNG) and every run (runs.json), on any Hadoop"
                            + " path.")
    private String out;

    @Mixin
    private ForceOption force;

    /** The folder, if one is named; throws IllegalArgumentException if the files cannot be written. */
    Optional<StudyFolder> folder(List<String> names) {
        if (out == null) {
            force.requireAbsent();
            return Optional.empty();
        }
        try {
            StudyFolder folder = new StudyFolder(out, names, existing());
            folder.requireWritable();
            return Optional.of(folder);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--out " + out + ": " + e.getMessage(), e);
        }
    }

    OutputFile.Existing existing() {
        return force.existing();
    }

    Optional<String> path() {
        return Optional.ofNullable(out);
    }
}
