package org.mandelspark.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The build of this project that runs.
 *
 * @param version of the project
 * @param commit abbreviated git commit, with {@code -dirty} for uncommitted changes; {@code unknown} outside git
 */
public record BuildInfo(String version, String commit) {
    private static final int ABBREVIATED = 12;

    /** Reads the file that the build left among the classes. */
    public static BuildInfo current() {
        Properties build = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream("/org/mandelspark/build.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the build's own description cannot be read", e);
        }
        String commit = build.getProperty("git.commit.id", "unknown");
        String shown = commit.substring(0, Math.min(ABBREVIATED, commit.length()));
        boolean dirty = Boolean.parseBoolean(build.getProperty("git.dirty"));
        return new BuildInfo(build.getProperty("git.build.version", "unknown"), dirty ? shown + "-dirty" : shown);
    }
}
