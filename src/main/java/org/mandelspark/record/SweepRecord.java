package org.mandelspark.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.mandelspark.files.InputFile;
import org.mandelspark.files.Json;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.grid.PlainText;

/**
 * Studies that differ in what they compute, each in a folder of its own: the file {@value #NAME} of the folder that holds
 * those.
 *
 * @param study name of each, such as {@code balance}
 * @param folders at least two names, in the order in which the studies are made
 */
public record SweepRecord(String study, List<String> folders) {
    /** The file's name. */
    public static final String NAME = "sweep.json";

    private static final int MOST_STUDIES = 1000;

    /** Names that cannot lead out of the folder: no dots and no slashes. */
    private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9-]{1,100}");

    public SweepRecord {
        PlainText.requireName("'study'", study);
        if (folders.size() < 2 || folders.size() > MOST_STUDIES) {
            throw new IllegalArgumentException(
                    "a sweep has from 2 to %,d studies, not %,d".formatted(MOST_STUDIES, folders.size()));
        }
        for (String folder : folders) {
            if (folder == null || !FOLDER.matcher(folder).matches()) {
                throw new IllegalArgumentException("'folders' has '" + PlainText.visible(String.valueOf(folder))
                        + "', and letters, digits and hyphens are allowed");
            }
        }
        if (folders.stream().distinct().count() < folders.size()) {
            throw new IllegalArgumentException("'folders' has a name twice");
        }
        folders = List.copyOf(folders);
    }

    /** True if a folder holds a sweep. */
    public static boolean isIn(String path) {
        return InputFile.isThere(StudyFolder.file(path, NAME));
    }

    /** Writes the file {@value #NAME}. */
    public void writeTo(StudyFolder folder) throws IOException {
        folder.write(NAME, out -> Json.write(new File(Run.FORMAT, study, folders), out));
    }

    /**
     * Reads which studies a folder holds.
     *
     * @param path of the folder, as for {@link org.mandelspark.files.OutputFile#of}
     * @throws IllegalArgumentException if there is no such file, or if it is incomplete, something else or of another
     *     version, with the reason for people
     */
    public static SweepRecord read(String path) {
        String file = StudyFolder.file(path, NAME);
        JsonNode tree = Json.readFile(file);
        try {
            RunLog.requireFormat(tree);
            File read = Json.value(tree, File.class);
            return new SweepRecord(read.study(), read.folders());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " is invalid: " + e.getMessage(), e);
        }
    }

    /** The record in the form that JSON has. */
    private record File(
            @JsonProperty(value = "format", required = true) int format,
            @JsonProperty(value = "study", required = true) String study,

            @JsonProperty(value = "folders", required = true)
            List<String> folders) {}
}
