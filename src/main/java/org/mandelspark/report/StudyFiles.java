package org.mandelspark.report;

import java.io.IOException;
import java.util.List;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.StudyFolder;

/**
 * Files that are made of a study besides its runs; a page shows them.
 *
 * @param tables as CSV
 * @param figures as SVG and PNG
 */
record StudyFiles(List<Table> tables, List<Figure> figures) {
    StudyFiles {
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
    }

    /** Writes all of them; what was measured before what is drawn from it. */
    void writeTo(StudyFolder folder) throws IOException {
        for (Table table : tables) {
            folder.write(table.name(), table.content());
        }
        for (Figure figure : figures) {
            figure.plot().writeTo(folder, figure.name());
        }
    }

    /**
     * A table as a file.
     *
     * @param name of the file
     * @param content what fills it
     */
    record Table(String name, OutputFile.Content content) {}
}
