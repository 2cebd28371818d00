package org.mandelspark.measure.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandelspark.measure.application.Applications.model;
import static org.mandelspark.measure.application.Applications.stage;
import static org.mandelspark.measure.application.Applications.task;
import static org.mandelspark.measure.application.Applications.tasks;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandelspark.measure.application.Scenario.Change;

class EventReplayTest {
    /** Tasks of 10, 10 and 40 on two slots: a job of 50, without any overhead. */
    private static final Application UNEVEN =
            Applications.of(2, 50, List.of(stage(0, 0, 50)), task(0, 0, 0, 10), task(0, 0, 0, 10), task(0, 0, 10, 50));

    private static double inJobsMs(Application application, Scenario scenario) {
        return model(application).replay(scenario).inJobsMs();
    }

    @Test
    void theSameSlotsTakeTheSameTime() {
        assertThat(inJobsMs(UNEVEN, Scenario.MEASURED)).isEqualTo(50);
        assertThat(inJobsMs(UNEVEN, Scenario.ofSlots(2))).isEqualTo(50);
    }

    @Test
    void oneSlotTakesTheSumAndAnyNumberTheLongest() {
        assertThat(inJobsMs(UNEVEN, Scenario.ofSlots(1))).isEqualTo(60);
        assertThat(inJobsMs(UNEVEN, Scenario.ofSlots(3))).isEqualTo(40);
        assertThat(inJobsMs(UNEVEN, Scenario.ofSlots(Scenario.UNLIMITED))).isEqualTo(40);
    }

    @Test
    void largestFirstAndEvenTasksFillTheSlots() {
        assertThat(inJobsMs(UNEVEN, Scenario.of(Change.LARGEST_FIRST))).isEqualTo(40);
        assertThat(inJobsMs(UNEVEN, Scenario.of(Change.EVEN))).isEqualTo(40);
    }

    /** Halves of 5, 5, 5, 5, 20 and 20. */
    @Test
    void piecesOfATaskFollowEachOther() {
        assertThat(inJobsMs(UNEVEN, Scenario.ofPieces(2))).isEqualTo(30);
    }

    /** Of 30, 10 are not run time, and each piece takes them. */
    @Test
    void eachPieceHasTheOverheadOfATask() {
        Tasks.Task task = new Tasks.Task(0, 0, 0, 0, 30, 20, 0, 0, 0, 20, 5, 0, Tasks.Fate.SUCCEEDED);
        Application application = Applications.of(1, 30, List.of(stage(0, 0, 30)), task);
        assertThat(inJobsMs(application, Scenario.ofPieces(2))).isEqualTo(40);
        assertThat(inJobsMs(application, Scenario.of(Change.NO_OVERHEAD))).isEqualTo(20);
    }

    /** A job of two stages: 5 before the first, a lead of 3, a gap of 2, a tail of 4, and 6 until the job is over. */
    @Test
    void overheadsStayWhateverTheNumberOfSlots() {
        Application application = new Application(
                200,
                List.of(Applications.executor(1, 200)),
                List.of(new Job(0, 100, 172, List.of(0, 1))),
                List.of(stage(0, 105, 144), stage(1, 144, 166, 0)),
                tasks(task(0, 0, 108, 118), task(0, 0, 120, 140), task(1, 0, 146, 166)));
        assertThat(inJobsMs(application, Scenario.MEASURED)).isEqualTo(72);
        // Both tasks of the first stage at once: 12 less.
        assertThat(inJobsMs(application, Scenario.ofSlots(2))).isEqualTo(60);
        // Run times of 20 and 20, and what the driver does.
        assertThat(inJobsMs(application, new Scenario(2, 1, Change.NO_OVERHEAD)))
                .isEqualTo(40);
    }

    @Test
    void aStageWaitsForItsParentsAndNotForOthers() {
        List<Stage> stages = List.of(stage(0, 0, 10), stage(1, 10, 40), stage(2, 40, 60, 0));
        Application application =
                Applications.of(1, 60, stages, task(0, 0, 0, 10), task(1, 0, 10, 40), task(2, 0, 40, 60));
        // Submitted 30 after its parent: that long the driver took, as far as one log can tell.
        assertThat(inJobsMs(application, Scenario.ofSlots(2))).isEqualTo(60);
        List<Stage> atOnce = List.of(stage(0, 0, 10), stage(1, 0, 40), stage(2, 10, 60, 0));
        Application sideBySide =
                Applications.of(1, 60, atOnce, task(0, 0, 0, 10), task(1, 0, 10, 40), task(2, 0, 40, 60));
        assertThat(inJobsMs(sideBySide, Scenario.ofSlots(2))).isEqualTo(30);
    }

    @Test
    void jobsOfSeveralThreadsRunSideBySide() {
        Application application = new Application(
                60,
                List.of(Applications.executor(1, 60)),
                List.of(new Job(0, 0, 30, List.of(0)), new Job(1, 0, 60, List.of(1))),
                List.of(stage(0, 0, 30), stage(1, 0, 60)),
                tasks(task(0, 0, 0, 30), task(1, 0, 30, 60)));
        assertThat(inJobsMs(application, Scenario.MEASURED)).isEqualTo(60);
        assertThat(inJobsMs(application, Scenario.ofSlots(2))).isEqualTo(30);
    }

    /** A second executor from 50 on: the last two of four tasks of 50 run side by side. */
    @Test
    void executorsComeAsTheyCame() {
        Application application = new Application(
                150,
                List.of(Applications.executor(1, 150), new Executor(1, 0, 50, 50, 150)),
                List.of(new Job(0, 0, 150, List.of(0))),
                List.of(stage(0, 0, 150)),
                tasks(task(0, 0, 0, 50), task(0, 0, 50, 100), task(0, 1, 50, 100), task(0, 0, 100, 150)));
        assertThat(inJobsMs(application, Scenario.MEASURED)).isEqualTo(150);
        assertThat(inJobsMs(application, Scenario.ofSlots(2))).isEqualTo(100);
    }

    @Test
    void runTimesGrowByTheFactorOfTheirStage() {
        assertThat(model(UNEVEN).replay(Scenario.ofSlots(1), 3.0).inJobsMs()).isEqualTo(180);
    }

    @Test
    void launchesWithinASecondAreCounted() {
        assertThat(model(UNEVEN).replay(Scenario.MEASURED).launchesPerSecond()).isEqualTo(3);
        assertThat(model(UNEVEN).replay(Scenario.ofPieces(4)).launchesPerSecond())
                .isEqualTo(12);
    }
}
