package org.mandelspark.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.grid.Counted;
import org.mandelspark.record.SweepRecord;
import org.mandelspark.report.Exploration;
import org.mandelspark.report.Report;
import org.mandelspark.report.ReportLinks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: one page from study folders. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Makes one self-contained HTML page of what studies found, computed anew from their runs.",
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark report DIR... [OPTIONS]",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "The page needs no network and runs no script. Folders without a study, void runs and missing",
            "repeats are named in its first lines. The page of --explore needs no network either.",
            "",
            "Examples:",
            "  submit/mandelspark report out/balance",
            "  submit/mandelspark report out/balance --explore",
            "  submit/mandelspark report out/scaling out/balance --out out/report.html --files out/report"
        })
final class ReportCommand implements Callable<Integer> {
    private static final String PAGE = "report.html";

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description =
                    "Study folders, as scaling, balance, kernels, granularity and analyse write them, pyramids, or .json"
                            + " files of runs.")
    private List<String> folders;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "The page to write. Default: " + PAGE + " in the folder, if there is one folder only")
    private String out;

    @Option(
            names = "--files",
            paramLabel = "DIR",
            description = "Also write every plot as SVG and PNG and every table as CSV, and link to them.")
    private String files;

    @Option(
            names = "--explore",
            description =
                    "Also write " + Exploration.PAGE + " beside the page: two runs at a time with their pictures, which"
                            + " answer to pointer and keys.")
    private boolean explore;

    @Mixin
    private ForceOption force;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws Exception {
        SparkLogging.setLevel(common.logLevel());
        Report report;
        OutputFile page;
        Optional<StudyFolder> folder;
        Optional<Exploration> exploration;
        Optional<OutputFile> explorePage;
        try {
            // This comes first, because looking for room makes folders.
            report = read();
            exploration = exploration(report);
            page = page();
            explorePage = explorePage(page);
            folder = files(report.fileNames());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        PrintWriter err = spec.commandLine().getErr();
        report.problems().forEach(problem -> err.println("report: " + problem));
        err.flush();
        if (folder.isPresent()) {
            report.writeFiles(folder.get());
        }
        ReportLinks links = new ReportLinks(page.name(), Optional.ofNullable(files), explorePage.map(OutputFile::name));
        page.write(html -> report.writePage(html, links, Instant.now()));
        if (explorePage.isPresent()) {
            explorePage.get().write(exploration.orElseThrow()::writePage);
        }
        SummaryLines facts = new SummaryLines(spec.commandLine().getOut(), System.getenv());
        facts.line("wrote", "%s, %s", page.name(), Counted.of(report.figures(), "figure"));
        explorePage.ifPresent(written -> facts.line(
                "wrote",
                "%s, %s",
                written.name(),
                Counted.of(exploration.orElseThrow().runs(), "run")));
        facts.flush();
        return 0;
    }

    private Optional<Exploration> exploration(Report report) {
        try {
            return explore ? Optional.of(new Exploration(report)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--explore: " + e.getMessage(), e);
        }
    }

    /** The page beside the static one. */
    private Optional<OutputFile> explorePage(OutputFile page) {
        if (!explore) {
            return Optional.empty();
        }
        String folder = page.name().substring(0, page.name().lastIndexOf('/') + 1);
        return Optional.of(writable("--explore", folder + Exploration.PAGE));
    }

    private OutputFile page() {
        if (out == null && folders.size() > 1) {
            throw new IllegalArgumentException("several folders need --out PATH for the page");
        }
        if (out == null && folders.get(0).endsWith(".json")) {
            throw new IllegalArgumentException("a file needs --out PATH for the page");
        }
        return writable("--out", out == null ? StudyFolder.file(folders.get(0), PAGE) : out);
    }

    private OutputFile writable(String option, String path) {
        try {
            OutputFile page = OutputFile.of(path, force.existing());
            page.requireWritable();
            return page;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + " " + path + ": " + e.getMessage(), e);
        }
    }

    private Optional<StudyFolder> files(List<String> names) {
        if (files == null) {
            return Optional.empty();
        }
        try {
            StudyFolder folder = new StudyFolder(files, names, force.existing());
            folder.requireWritable();
            return Optional.of(folder);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--files " + files + ": " + e.getMessage(), e);
        }
    }

    /** Reads the studies; the page reports those that cannot be read, unless none can be. */
    private Report read() {
        List<Report.Source> sources = new ArrayList<>();
        List<String> unusable = new ArrayList<>();
        for (String path : folders) {
            read(path, Optional.empty(), sources, unusable);
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", unusable));
        }
        return new Report(sources, unusable);
    }

    /** Reads a study, or each of a sweep; a sweep that was stopped lacks some. */
    private static void read(String path, Optional<String> sweep, List<Report.Source> sources, List<String> unusable) {
        try {
            if (sweep.isEmpty() && SweepRecord.isIn(path)) {
                SweepRecord.read(path)
                        .folders()
                        .forEach(folder -> read(StudyFolder.file(path, folder), Optional.of(path), sources, unusable));
            } else {
                sources.add(Report.Source.read(path, sweep));
            }
        } catch (IllegalArgumentException e) {
            unusable.add(path + " is not in this report: " + e.getMessage());
        }
    }
}
