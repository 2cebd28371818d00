package org.mandelspark.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /**
     * Returns the file that the only {@code --out} of a command names, if any.
     *
     * @param out the value of the option, null without it
     * @param extension how the name must end
     * @param inputs paths of the files that the command reads
     * @throws IllegalArgumentException if it cannot be written, with the option and the reason
     */
    Optional<OutputFile> file(String out, String extension, List<String> inputs) {
        if (out == null) {
            requireAbsent();
            return Optional.empty();
        }
        try {
            if (!out.toLowerCase(Locale.ROOT).endsWith(extension)) {
                throw new IllegalArgumentException("a file that ends with " + extension + " is needed");
            }
            OutputFile file = OutputFile.of(out, existing());
            if (inputs.stream()
                    .anyMatch(input ->
                            OutputFile.of(input, OutputFile.Existing.KEEP).sameAs(file))) {
                throw new IllegalArgumentException("it is one of the documents");
            }
            file.requireWritable();
            return Optional.of(file);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--out " + out + ": " + e.getMessage(), e);
        }
    }

    /** Refuses the option where nothing is written; throws IllegalArgumentException that says so. */
    void requireAbsent() {
        if (force) {
            throw new IllegalArgumentException("--force has no effect without --out: it replaces what --out names");
        }
    }
}
