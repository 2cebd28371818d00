package org.mandelspark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.record.Analysis;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.study.RecordedStudy;

/** Studies as one page that needs nothing but itself, and their tables and plots as files. */
public final class Report {
    private final List<Source> sources;
    private final List<StudySection> sections;
    private final Map<String, Facets> facets;
    private final Optional<Comparison> comparison;
    private final List<String> problems;

    /**
     * A study or an analysis and where it came from.
     *
     * @param path of its folder, as it was given
     * @param study what was read, of a study
     * @param analysis what was read, of an event log's analysis
     * @param sweep the folder of the sweep that the study is of, if it is of one
     */
    public record Source(
            String path, Optional<RecordedStudy> study, Optional<Analysis> analysis, Optional<String> sweep) {
        /** A study. */
        public Source(String path, RecordedStudy study) {
            this(path, Optional.of(study), Optional.empty(), Optional.empty());
        }

        /**
         * Reads a folder.
         *
         * @param sweep the folder that it was found in, if that is of a sweep
         * @throws IllegalArgumentException if it holds neither, with the reason for people
         */
        public static Source read(String path, Optional<String> sweep) {
            return Analysis.isIn(path)
                    ? new Source(path, Optional.empty(), Optional.of(Analysis.read(path)), sweep)
                    : new Source(path, Optional.of(RecordedStudy.read(path)), Optional.empty(), sweep);
        }

        private Optional<Facet> facet() {
            return study.flatMap(read -> StudyReports.of(read.result()).facet());
        }

        private StudySection section() {
            return study.map(StudySection::of).orElseGet(() -> AnalysisReport.section(analysis.orElseThrow()));
        }

        private List<String> gaps() {
            return study.map(RecordedStudy::gaps)
                    .orElseGet(() -> analysis.orElseThrow().warnings().stream()
                            .map(AnalysisText::sentence)
                            .toList());
        }
    }

    /**
     * A report.
     *
     * @param sources at least one, in the order of the page
     * @param unusable what could not be read, each with its reason
     * @throws IllegalArgumentException if figures of a study cannot be computed or drawn, with its folder
     */
    public Report(List<Source> sources, List<String> unusable) {
        this.sources = List.copyOf(sources);
        this.sections = sources.stream().map(Source::section).toList();
        this.facets = facets(sources);
        this.comparison = Comparison.of(sources);
        this.problems = new ArrayList<>(unusable);
        for (Source source : sources) {
            source.gaps().forEach(gap -> problems.add(source.path() + ": " + gap));
        }
        problems.addAll(Comparison.mixtures(sources));
    }

    /** By the folder of the sweep; a study of one that is alone on the page has nothing to be compared with. */
    private static Map<String, Facets> facets(List<Source> sources) {
        Map<String, List<Facet>> bySweep = new LinkedHashMap<>();
        for (Source source : sources) {
            source.sweep()
                    .ifPresent(sweep -> source.facet()
                            .ifPresent(facet -> bySweep.computeIfAbsent(sweep, path -> new ArrayList<>())
                                    .add(facet)));
        }
        Map<String, Facets> facets = new LinkedHashMap<>();
        bySweep.forEach((sweep, found) -> Facets.of(found).ifPresent(compared -> facets.put(sweep, compared)));
        return facets;
    }

    List<Source> sources() {
        return sources;
    }

    /** What varies in each sweep. */
    List<Facets> facets() {
        return List.copyOf(facets.values());
    }

    /** The folder of a sweep. */
    String sweepPath(int sweep) {
        return List.copyOf(facets.keySet()).get(sweep);
    }

    /** The title of a section, with what a study of a sweep differs by. */
    String title(int section) {
        Source source = sources.get(section);
        String title = sections.get(section).title();
        return source.sweep()
                .map(facets::get)
                .map(all -> title + ", " + all.name(source.facet().orElseThrow()))
                .orElse(title);
    }

    List<StudySection> sections() {
        return sections;
    }

    Optional<Comparison> comparison() {
        return comparison;
    }

    /** Problems that the reader must know before anything else; none if all is well. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Number of figures on the page. */
    public int figures() {
        return files().figures().size();
    }

    /** The names of the files that {@link #writeFiles} writes. */
    public List<String> fileNames() {
        StudyFiles files = files();
        return Plot.names(
                files.tables().stream().map(StudyFiles.Table::name).toList(),
                files.figures().stream().map(Figure::name).toList());
    }

    /**
     * Writes every table as CSV and every plot as SVG and PNG.
     *
     * @throws IOException if one cannot be written
     */
    public void writeFiles(StudyFolder folder) throws IOException {
        files().writeTo(folder);
    }

    /**
     * Writes the page in UTF-8.
     *
     * @param out stays open
     * @param links where its links lead
     * @param made when
     */
    public void writePage(OutputStream out, ReportLinks links, Instant made) throws IOException {
        out.write(new ReportPage(this, links, made).html().getBytes(StandardCharsets.UTF_8));
    }

    /** Those of all sections, each with the number of its section before its name. */
    private StudyFiles files() {
        List<StudyFiles.Table> tables = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            List<StudyFiles> parts = new ArrayList<>(List.of(sections.get(i).figures()));
            sections.get(i).simulation().ifPresent(simulation -> parts.add(simulation.figures()));
            for (StudyFiles part : parts) {
                for (StudyFiles.Table table : part.tables()) {
                    tables.add(new StudyFiles.Table(fileName(i, table.name()), table.content()));
                }
                for (Figure figure : part.figures()) {
                    figures.add(new Figure(fileName(i, figure.name()), figure.plot()));
                }
            }
        }
        for (int i = 0; i < facets.size(); i++) {
            tables.addAll(facetFiles(i).tables());
            figures.addAll(facetFiles(i).figures());
        }
        comparison.ifPresent(compared -> figures.addAll(compared.figures()));
        return new StudyFiles(tables, figures);
    }

    /** The table and the figures of what varies in a sweep, numbered where there are several. */
    StudyFiles facetFiles(int sweep) {
        String before = facets.size() == 1 ? "" : "sweep-" + (sweep + 1) + "-";
        Facets shown = facets().get(sweep);
        return new StudyFiles(
                List.of(new StudyFiles.Table(before + Facets.CSV, shown.csv().content())),
                shown.figures().stream()
                        .map(figure -> new Figure(before + figure.name(), figure.plot()))
                        .toList());
    }

    /** The name of a section's file among those of all sections. */
    static String fileName(int section, String name) {
        return (section + 1) + "-" + name;
    }
}
