package org.mandelspark.cli;

import java.util.List;
import java.util.Optional;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.grid.Counted;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where a study's files go. */
class FolderOptions {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "A study folder for tables (CSV), plots (SVG and PNG) and what they are made of (runs.json, or"
                            + " analysis.json), on any Hadoop path.")
    String out;

    @Mixin
    ForceOption force = new ForceOption();

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

    /** The folder of a study that goes on, if this one does. */
    Optional<String> resumed() {
        return Optional.empty();
    }

    /** Names the runs that a stopped study keeps, and the next step. */
    String kept(int runs) {
        if (out == null) {
            return "without --out DIR no run is kept";
        }
        if (runs == 0) {
            return "no run was made yet";
        }
        return Counted.of(runs, "run is kept", "runs are kept") + " in " + out + "; " + next();
    }

    /** Names the way on from a study that was stopped. */
    String next() {
        return "this study cannot go on from them, the same command with --force begins anew";
    }

    Optional<String> path() {
        return Optional.ofNullable(out);
    }

    /** The folder from which other processes are kept away. */
    Optional<String> locked() {
        return path();
    }
}
