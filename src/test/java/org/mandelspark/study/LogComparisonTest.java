package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.eventlog.EventLog;
import org.mandelspark.record.Analysis;

/** Two logs of one application on one slot. */
class LogComparisonTest {
    @TempDir
    private Path folder;

    /** The two sides of a join have no order: Spark numbers them as its hash table has them. */
    @Test
    void stagesAreTheSameByTheirPlaceInTheProgramWhateverTheirNumbers() throws IOException {
        Analysis.Growth growth = compared(
                log(stage(0, 3, "map at Job.scala:1", 10), stage(1, 2, "map at Job.scala:2", 20)),
                log(stage(0, 2, "map at Job.scala:2", 60), stage(1, 3, "map at Job.scala:1", 20)));
        assertThat(growth.matchedStages()).isEqualTo(2);
        assertThat(growth.stages()).extracting(Analysis.GrownStage::id).containsExactly(0, 1);
        assertThat(growth.stages()).extracting(Analysis.GrownStage::runRatio).containsExactly(2.0, 3.0);
    }

    @Test
    void stagesOfOnePlaceAreTheSameByTheirOrder() throws IOException {
        Analysis.Growth growth = compared(
                log(stage(0, 2, "count at Job.scala:1", 10), stage(1, 2, "count at Job.scala:1", 10)),
                log(stage(0, 2, "count at Job.scala:1", 10), stage(1, 2, "count at Job.scala:1", 50)));
        assertThat(growth.stages()).extracting(Analysis.GrownStage::runRatio).containsExactly(1.0, 5.0);
    }

    @Test
    void stagesOfOtherSizesAreNotTheSame() throws IOException {
        Analysis.Growth growth = compared(
                log(stage(0, 2, "count at Job.scala:1", 10), stage(1, 2, "count at Job.scala:2", 10)),
                log(stage(0, 4, "count at Job.scala:1", 10), stage(1, 2, "count at Job.scala:2", 40)));
        assertThat(growth.matchedStages()).isEqualTo(1);
        assertThat(growth.runRatio()).isEqualTo(4);
    }

    private Analysis.Growth compared(String first, String second) throws IOException {
        return analysis("first", first).against(analysis("second", second)).comparison();
    }

    private LogAnalysis analysis(String name, String log) throws IOException {
        return new LogAnalysis(
                EventLog.read(Files.writeString(folder.resolve(name), log).toString()), LogAnalysisTest.PLAIN);
    }

    private record LoggedStage(int id, int tasks, String callSite, int runMs) {}

    private static LoggedStage stage(int id, int tasks, String callSite, int runMs) {
        return new LoggedStage(id, tasks, callSite, runMs);
    }

    private static String log(LoggedStage first, LoggedStage second) {
        StringBuilder log = new StringBuilder("""
                {"Event":"SparkListenerApplicationStart","Timestamp":1000}
                {"Event":"SparkListenerExecutorAdded","Timestamp":1000,"Executor ID":"1","Executor Info":{"Total Cores":1}}
                {"Event":"SparkListenerJobStart","Job ID":0,"Submission Time":1000,"Stage IDs":[0,1]}
                """);
        int ms = 1000;
        for (LoggedStage stage : new LoggedStage[] {first, second}) {
            int submitted = ms;
            for (int task = 0; task < stage.tasks(); task++) {
                log.append(("{\"Event\":\"SparkListenerTaskEnd\",\"Stage ID\":%d,\"Stage Attempt ID\":0,"
                                + "\"Task End Reason\":{\"Reason\":\"Success\"},\"Task Info\":{\"Task ID\":%d,\"Index\":%d,"
                                + "\"Launch Time\":%d,\"Executor ID\":\"1\",\"Finish Time\":%d},"
                                + "\"Task Metrics\":{\"Executor Run Time\":%d}}\n")
                        .formatted(stage.id(), ms, task, ms, ms + stage.runMs(), stage.runMs()));
                ms += stage.runMs();
            }
            log.append(
                    ("{\"Event\":\"SparkListenerStageCompleted\",\"Stage Info\":{\"Stage ID\":%d,\"Stage Attempt ID\":0,"
                                    + "\"Stage Name\":\"%s\",\"Number of Tasks\":%d,\"Submission Time\":%d,\"Completion Time\":%d}}\n")
                            .formatted(stage.id(), stage.callSite(), stage.tasks(), submitted, ms));
        }
        return log
                + "{\"Event\":\"SparkListenerJobEnd\",\"Job ID\":0,\"Completion Time\":%d}\n".formatted(ms)
                + "{\"Event\":\"SparkListenerApplicationEnd\",\"Timestamp\":%d}\n".formatted(ms);
    }
}
