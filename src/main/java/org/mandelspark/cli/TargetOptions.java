package org.mandelspark.cli;

import java.util.ArrayList;
import java.util.List;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.OutputFormat;
import org.mandelspark.study.JobRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which files are written. */
final class TargetOptions {
    @Option(
            names = "--out",
            paramLabel = "PATH",
            description =
                    "A file to write, on any Hadoop path; repeatable. The extension decides: .png, .tiff: a"
                            + " picture, where there is one; .npy: the array; .json: the run record; .trace.json.gz: a"
                            + " trace of the run, for Perfetto; .tiers.png, .tiers.npy: what proved each count of an exact view.")
    private List<String> out = List.of();

    @Mixin
    private ForceOption force;

    List<String> paths() {
        return out;
    }

    /** The files to be written; throws IllegalArgumentException that names a path that cannot be written. */
    List<JobRequest.Target> targets() {
        if (out.isEmpty()) {
            force.requireAbsent();
        }
        List<JobRequest.Target> targets = new ArrayList<>();
        for (String path : out) {
            try {
                OutputFormat format = OutputFormat.ofPath(path);
                targets.add(new JobRequest.Target(OutputFile.of(path, force.existing()), format));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--out " + path + ": " + e.getMessage(), e);
            }
        }
        return targets;
    }
}
