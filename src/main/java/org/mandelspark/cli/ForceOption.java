package org.mandelspark.cli;

import org.mandelspark.files.OutputFile;
import picocli.CommandLine.Option;

/** The option that lets files be replaced. */
final class ForceOption {
    @Option(names = "--force", description = "Replace files that are already there.")
    private boolean force;

    /** Decides the fate of files that are already there. */
    OutputFile.Existing existing() {
        return force ? OutputFile.Existing.REPLACE : OutputFile.Existing.KEEP;
    }

    /** Refuses the option for a study that goes on; throws IllegalArgumentException that says so. */
    void requireNoResume() {
        if (force) {
            throw new IllegalArgumentException(
                    "--force and --resume exclude each other: one begins anew, the other keeps what is there");
        }
    }

    /** Refuses the option where nothing is written; throws IllegalArgumentException that says so. */
    void requireAbsent() {
        if (force) {
            throw new IllegalArgumentException("--force has no effect without --out: it replaces what --out names");
        }
    }
}
