package org.mandelspark.study;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mandelspark.eventlog.LoggedApplication;
import org.mandelspark.measure.application.Application;
import org.mandelspark.measure.application.ApplicationModel;
import org.mandelspark.measure.application.BusySlots;
import org.mandelspark.measure.application.CoreTime;
import org.mandelspark.measure.application.Occupancy;
import org.mandelspark.measure.application.Replayed;
import org.mandelspark.measure.application.Scenario;
import org.mandelspark.measure.application.Scenario.Change;
import org.mandelspark.measure.application.StageLanes;
import org.mandelspark.measure.application.StageTime;
import org.mandelspark.record.Analysis;

/** The analysis of a log: its ledger, its stages, and what a model that was learnt from it says of other sizes. */
public final class LogAnalysis {
    /** Error of the model at the measured size beyond which nothing is predicted. */
    public static final double MOST_ERROR = 0.1;

    /** Share of missing tasks beyond which nothing is predicted. */
    private static final double MOST_MISSING = 0.01;

    private static final List<Double> USUAL_CORES = List.of(0.5, 1.0, 2.0, 4.0, 8.0);
    private static final int USUAL_PIECES = 2;
    private static final double MOST_USUAL = 1_000_000;
    private static final String AS_MEASURED = "as measured";

    private final LoggedApplication log;
    private final AnalysisRequest request;
    private final Application application;
    private final Occupancy occupancy;
    private final CoreTime time;
    private final ApplicationModel model;
    private final Replayed asMeasured;

    /**
     * An analysis.
     *
     * @throws IllegalArgumentException if there is nothing to account for, with the reason for people
     */
    public LogAnalysis(LoggedApplication log, AnalysisRequest request) {
        this.log = log;
        this.request = request;
        this.application = log.application();
        this.occupancy = new Occupancy(application);
        this.time = CoreTime.of(application, occupancy);
        this.model = new ApplicationModel(application, occupancy, time);
        this.asMeasured = model.replay(Scenario.MEASURED);
    }

    /** The tasks on their slots. */
    public Occupancy occupancy() {
        return occupancy;
    }

    /** The whole analysis. */
    public Analysis execute() {
        return analysis(null);
    }

    /** The whole analysis, with another log of the same application. */
    public Analysis against(LogAnalysis second) {
        return analysis(new LogComparison(log, time, model, second.log, second.time).growth());
    }

    private Analysis analysis(Analysis.Growth growth) {
        Double error = time.inJobsMs() == 0 ? null : asMeasured.inJobsMs() / time.inJobsMs() - 1;
        String refusal = refusal(error);
        return new Analysis(
                Analysis.FORMAT,
                log.sparkVersion(),
                Instant.ofEpochMilli(log.startEpochMs())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString(),
                application.endMs(),
                (int) application.executors().stream()
                        .filter(executor -> executor.endMs() > 0)
                        .count(),
                time.slots(),
                application.tasks().count(),
                time.slotMs(),
                time.ledger().rows().stream()
                        .map(row -> new Analysis.Row(row.account().key(), row.nanos() / 1_000_000))
                        .toList(),
                time.inJobsMs(),
                time.workInJobsMs(),
                error,
                model.launchesPerSecond(),
                stages(),
                refusal == null || (request.trust() == AnalysisRequest.Trust.ANYWAY && error != null)
                        ? scenarios()
                        : List.of(),
                refusal,
                log.missing(),
                notes(),
                log.settings(),
                BusySlots.of(application, occupancy, time.stages()),
                application.tasks().count() == 0 ? null : StageLanes.of(application, occupancy, worst()),
                growth,
                request.names().areShown()
                        ? new Analysis.Names(
                                log.names().application(),
                                log.names().id(),
                                log.names().hosts())
                        : null);
    }

    /** Why nothing is predicted, or null. */
    private String refusal(Double error) {
        if (error == null) {
            return "there was no job";
        }
        if (log.missingShare() > MOST_MISSING) {
            return String.format(
                    Locale.ROOT,
                    "the log lacks %.1f%% of the tasks, and more than %.0f%% leave too much open",
                    100 * log.missingShare(),
                    100 * MOST_MISSING);
        }
        if (Math.abs(error) > MOST_ERROR) {
            return String.format(
                    Locale.ROOT,
                    "the model misses the measured time in jobs by %+.1f%%, and more than %.0f%% is too much",
                    100 * error,
                    100 * MOST_ERROR);
        }
        return null;
    }

    private int worst() {
        return IntStream.range(0, time.stages().size())
                .filter(stage -> time.stages().get(stage).attempts() > 0)
                .boxed()
                .max(Comparator.comparingLong(
                        (Integer stage) -> time.stages().get(stage).wastedMs()))
                .orElseThrow();
    }

    private List<Analysis.StageRow> stages() {
        List<Analysis.StageRow> rows = new ArrayList<>();
        for (int i = 0; i < time.stages().size(); i++) {
            StageTime stage = time.stages().get(i);
            rows.add(new Analysis.StageRow(
                    stage.stage().id(),
                    stage.stage().attempt(),
                    stage.attempts(),
                    stage.slots(),
                    stage.coreMs(),
                    stage.runMs(),
                    stage.cpuMs(),
                    stage.lostMs(),
                    stage.longestMs(),
                    stage.boundMs(),
                    stage.measuredMs(),
                    stage.wastedMs(),
                    stage.reason().label(),
                    log.callSites().get(i),
                    request.names().areShown() ? log.names().descriptions().get(i) : null,
                    request.names().haveSql() ? log.names().queries().get(i) : null));
        }
        return rows;
    }

    /** Replays are independent of each other. */
    private List<Analysis.ScenarioRow> scenarios() {
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        scenarios.put(AS_MEASURED, Scenario.MEASURED);
        Stream<Integer> cores = request.cores().isEmpty()
                ? USUAL_CORES.stream().map(factor -> (int) Math.min(MOST_USUAL, Math.max(1, factor * time.slots())))
                : request.cores().stream();
        cores.forEach(slots -> scenarios.put(slots + " slots", Scenario.ofSlots(slots)));
        List<Integer> finer = request.finer().isEmpty() ? List.of(USUAL_PIECES) : request.finer();
        finer.forEach(pieces -> scenarios.put("finer x" + pieces, Scenario.ofPieces(pieces)));
        for (Change change : List.of(Change.LARGEST_FIRST, Change.EVEN, Change.NO_OVERHEAD)) {
            scenarios.put(change.label(), Scenario.of(change));
        }
        scenarios.put("critical path", Scenario.ofSlots(Scenario.UNLIMITED));
        return List.copyOf(scenarios.entrySet()).parallelStream()
                .map(scenario -> row(scenario.getKey(), scenario.getValue()))
                .toList();
    }

    private Analysis.ScenarioRow row(String name, Scenario scenario) {
        Replayed replayed = scenario.equals(Scenario.MEASURED) ? asMeasured : model.replay(scenario);
        return new Analysis.ScenarioRow(
                name, scenario.slots(), replayed.inJobsMs(), replayed.boundMs(), replayed.launchesPerSecond());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(log.notes());
        long run = time.stages().stream().mapToLong(StageTime::runMs).sum();
        long cpu = time.stages().stream().mapToLong(StageTime::cpuMs).sum();
        long explained = Stream.of("gc", "fetch_wait")
                .mapToLong(key -> time.ledger().rows().stream()
                        .filter(row -> row.account().key().equals(key))
                        .mapToLong(row -> row.nanos() / 1_000_000)
                        .sum())
                .sum();
        if (cpu > 0 && run > 2 * (cpu + explained)) {
            notes.add(String.format(
                    Locale.ROOT,
                    "tasks waited: their run time is %.1f times their CPU time, garbage collection and fetch wait included",
                    run / (double) (cpu + explained)));
        }
        for (Map.Entry<String, String> setting : following().entrySet()) {
            notes.add("on other cores the number of tasks may change, and with it every prediction: %s=%s"
                    .formatted(setting.getKey(), setting.getValue()));
        }
        return notes;
    }

    /** Settings by which the number of partitions follows the number of cores. */
    private Map<String, String> following() {
        String key = "spark.sql.adaptive.coalescePartitions.parallelismFirst";
        return log.settings().containsKey("spark.default.parallelism")
                        && !log.settings().containsKey(key)
                ? Map.of()
                : Map.of(
                        log.settings().containsKey(key) ? key : "spark.default.parallelism",
                        log.settings().getOrDefault(key, "not set"));
    }
}
