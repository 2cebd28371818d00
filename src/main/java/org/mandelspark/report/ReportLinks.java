package org.mandelspark.report;

import java.util.Optional;
import org.mandelspark.files.InputFile;
import org.mandelspark.files.RelativeLink;
import org.mandelspark.files.StudyFolder;

/**
 * Targets of the links of a page: relative, and only to files that are there.
 *
 * @param page the file that the page becomes
 * @param files the folder of its tables and plots, if they are written
 * @param explore the page to point at, if it is written
 */
public record ReportLinks(String page, Optional<String> files, Optional<String> explore) {
    /** Link to the page to point at. */
    Optional<String> toExplore() {
        return explore.flatMap(other -> RelativeLink.of(page, other));
    }

    /** Link to a file of a study folder. */
    Optional<String> toStudy(String folder, String name) {
        String file = StudyFolder.file(folder, name);
        return InputFile.isThere(file) ? RelativeLink.of(page, file) : Optional.empty();
    }

    /** Link to one of the files that were written with the page. */
    Optional<String> toWritten(String name) {
        return files.flatMap(folder -> RelativeLink.of(page, StudyFolder.file(folder, name)));
    }
}
