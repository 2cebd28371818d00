package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mandelspark.files.OutputFile;
import org.mandelspark.report.plot.Plot;

/**
 * Tables and figures of one kind of result, by the names of their files: known before there is a result, drawn when there
 * is one.
 *
 * @param <R> the result
 */
final class Catalogue<R> {
    private final List<Entry<R, OutputFile.Content>> tables = new ArrayList<>();
    private final List<Entry<R, Plot>> figures = new ArrayList<>();

    /** A table as CSV; none if there are no rows. */
    <T> Catalogue<R> csv(String file, Function<R, Columns<T>> columns, Function<R, List<T>> rows) {
        return file(file, result -> {
            List<T> table = rows.apply(result);
            return table.isEmpty()
                    ? Optional.empty()
                    : Optional.of(out -> columns.apply(result).writeCsv(table, out));
        });
    }

    /** A file of any other content, where the result has what it shows. */
    Catalogue<R> file(String file, Function<R, Optional<OutputFile.Content>> content) {
        tables.add(new Entry<>(file, content));
        return this;
    }

    /** A figure of every result. */
    Catalogue<R> figure(String name, Function<R, Plot> plot) {
        return optionalFigure(name, result -> Optional.of(plot.apply(result)));
    }

    /** A figure of results that have what it shows. */
    Catalogue<R> optionalFigure(String name, Function<R, Optional<Plot>> plot) {
        figures.add(new Entry<>(name, plot));
        return this;
    }

    /** Names of all files that there may be: tables as they are called, figures as SVG and PNG. */
    List<String> names(String... others) {
        return Plot.names(
                Stream.concat(tables.stream().map(Entry::name), Stream.of(others))
                        .toList(),
                figures.stream().map(Entry::name).toList());
    }

    /** Everything that a result has. */
    StudyFiles of(R result) {
        return new StudyFiles(
                tables.stream()
                        .flatMap(table ->
                                table.of(result).map(content -> new StudyFiles.Table(table.name(), content)).stream())
                        .toList(),
                figures.stream()
                        .flatMap(figure -> figure.of(result).map(plot -> new Figure(figure.name(), plot)).stream())
                        .toList());
    }

    /** A name and the content that it stands for. */
    private record Entry<R, T>(String name, Function<R, Optional<T>> content) {
        Optional<T> of(R result) {
            return content.apply(result);
        }
    }
}
