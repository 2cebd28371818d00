package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.eventlog.EventLog;
import org.mandelspark.eventlog.EventLogException;
import org.mandelspark.eventlog.LoggedApplication;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.record.Analysis;
import org.mandelspark.report.AnalysisReport;
import org.mandelspark.report.AnalysisScreen;
import org.mandelspark.report.LogsTable;
import org.mandelspark.study.AnalysisRequest;
import org.mandelspark.study.LogAnalysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code analyse}: where the core time of any Spark application went. */
@Command(
        name = "analyse",
        aliases = "analyze",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Reads the event log of any Spark application: where its core time went, what each stage lost and why,"
                        + " and what other sizes would bring.",
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark analyse PATH [OPTIONS]",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "In the last table 64c are 64 slots, x2 is every task in two pieces, lpt the largest tasks of each stage",
            "first, even all tasks of a stage alike, ideal no overhead, and path the critical path. By default no",
            "names, hosts, paths or queries leave the log. Exit status 1: the log cannot be read.",
            "",
            "Examples:",
            "  submit/mandelspark analyse spark-events/application_1718_0001.zstd",
            "  submit/mandelspark analyse hdfs:///spark-events/eventlog_v2_app-1 --cores 32,64 --out out/analysis",
            "  submit/mandelspark analyse spark-events"
        })
final class AnalyseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            description =
                    "A log, plain or compressed, the folder of a rolled log, or a folder of logs, which are listed; on"
                            + " any Hadoop path.")
    private String path;

    @Option(
            names = "--cores",
            paramLabel = "N",
            split = ",",
            description =
                    "Numbers of slots to predict, separated by commas. Default: half to eight times as many as there"
                            + " were")
    private List<Integer> cores = List.of();

    @Option(
            names = "--finer",
            paramLabel = "K",
            split = ",",
            description = "Numbers of pieces to cut every task into, separated by commas. Default: 2")
    private List<Integer> finer = List.of();

    @Option(
            names = "--against",
            paramLabel = "PATH",
            description = "Another log of the same application: how much its work grew, and what the schedule cost.")
    private String against;

    @Option(
            names = "--anyway",
            description = "Predict even if the model misses the measured time by more than 10%% or tasks are missing.")
    private boolean anyway;

    @Option(names = "--strict", description = "Exit with status 1 if anything is missing from the log.")
    private boolean strict;

    @Option(names = "--names", description = "Name the application and its hosts, and describe its jobs.")
    private boolean names;

    @Option(names = "--sql", description = "Write the texts of queries into the files of --out.")
    private boolean sql;

    @Mixin
    private FolderOptions folderOptions;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws Exception {
        SparkLogging.setLevel(common.logLevel());
        AnalysisRequest request = common.valid(this::request);
        Optional<StudyFolder> folder = common.valid(() -> folderOptions.folder(AnalysisReport.fileNames()));
        PrintWriter terminal = spec.commandLine().getOut();
        if (EventLog.isFolderOfLogs(path)) {
            LogsTable.lines(EventLog.list(path)).forEach(terminal::println);
            terminal.flush();
            return 0;
        }
        LoggedApplication log = EventLog.read(path);
        LogAnalysis first = analysis(path, log, request);
        Analysis analysis =
                against == null ? first.execute() : first.against(analysis(against, EventLog.read(against), request));
        new AnalysisScreen(analysis).lines().forEach(terminal::println);
        terminal.flush();
        if (folder.isPresent()) {
            AnalysisReport.write(analysis, log, first.occupancy(), asked(), folder.get());
        }
        return strict && !analysis.warnings().isEmpty() ? Main.FAILED : 0;
    }

    private AnalysisRequest request() {
        return new AnalysisRequest(
                cores,
                finer,
                anyway ? AnalysisRequest.Trust.ANYWAY : AnalysisRequest.Trust.WHEN_CHECKED,
                AnalysisRequest.Names.of(names, sql));
    }

    private static LogAnalysis analysis(String path, LoggedApplication log, AnalysisRequest request) {
        try {
            return new LogAnalysis(log, request);
        } catch (IllegalArgumentException e) {
            throw new EventLogException(path + " cannot be analysed: " + e.getMessage(), e);
        }
    }

    private Map<String, Object> asked() {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("cores", cores);
        asked.put("finer", finer);
        asked.put("against", against != null);
        asked.put("anyway", anyway);
        asked.put("names", names);
        asked.put("sql", sql);
        return asked;
    }
}
