package org.mandelspark.measure.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.measure.Ledger;

/** Laws that hold for every application, however odd. */
class CoreTimeTest {
    private static final long MOST_MS = 10_000;

    @Property(cases = 2000)
    void theLedgerAddsUpAndNoBoundExceedsWhatWasMeasured(Draw draw) {
        Application application = application(draw);
        if (application.slotMs() == 0) {
            return;
        }
        Occupancy occupancy = new Occupancy(application);
        CoreTime time = CoreTime.of(application, occupancy);
        assertThat(time.slotMs()).isEqualTo(application.slotMs());
        assertThat(time.ledger().rows()).extracting(Ledger.Row::nanos).allMatch(nanos -> nanos >= 0);
        assertThat(time.stages()).allMatch(stage -> stage.boundMs() <= stage.measuredMs());
        assertThat(time.stages()).allMatch(stage -> stage.longestMs() <= stage.boundMs());
        assertThat(time.inJobsMs()).isBetween(0L, application.endMs());
        ApplicationModel model = new ApplicationModel(application, occupancy, time);
        assertThat(model.replay(Scenario.MEASURED).boundMs()).isLessThanOrEqualTo(time.inJobsMs() + 1e-6);
        for (Scenario scenario : List.of(
                Scenario.ofSlots(1),
                Scenario.ofSlots(Scenario.UNLIMITED),
                Scenario.ofPieces(3),
                Scenario.of(Scenario.Change.LARGEST_FIRST),
                Scenario.of(Scenario.Change.EVEN),
                Scenario.of(Scenario.Change.NO_OVERHEAD))) {
            assertThat(model.replay(scenario).inJobsMs()).isNotNegative();
        }
    }

    @Property(cases = 2000)
    void noSlotDoesTwoThingsAtOnce(Draw draw) {
        Application application = application(draw);
        Occupancy occupancy = new Occupancy(application);
        Map<Integer, Long> freeMs = new HashMap<>();
        Tasks tasks = application.tasks();
        for (int i = 0; i < tasks.count(); i++) {
            int row = occupancy.row(i);
            assertThat(tasks.launchMs(row)).isGreaterThanOrEqualTo(freeMs.getOrDefault(occupancy.slot(row), 0L));
            assertThat(occupancy.endMs(row)).isBetween(tasks.launchMs(row), tasks.endMs(row));
            freeMs.put(occupancy.slot(row), occupancy.endMs(row));
        }
    }

    /** Executors that come and go, jobs side by side, stages in jobs or in none, tasks that run on or over each other. */
    private static Application application(Draw draw) {
        long end = draw.integer(1L, MOST_MS);
        List<Executor> executors = new ArrayList<>();
        for (int i = draw.integer(1, 4); i > 0; i--) {
            long asked = draw.integer(0L, end);
            long start = draw.integer(asked, end);
            executors.add(new Executor(draw.integer(1, 5), 0, asked, start, draw.integer(start, end)));
        }
        List<Job> jobs = new ArrayList<>();
        List<Stage> stages = new ArrayList<>();
        Tasks tasks = new Tasks();
        for (int job = draw.integer(0, 4); job > 0; job--) {
            long submitted =
                    draw.integer(jobs.isEmpty() ? 0 : jobs.get(jobs.size() - 1).submittedMs(), end);
            long over = draw.integer(submitted, end);
            List<Integer> own = new ArrayList<>();
            for (int i = draw.integer(0, 4); i > 0; i--) {
                long from = draw.integer(submitted, over);
                long to = draw.integer(from, over);
                own.add(stages.size());
                List<Integer> parents = stages.isEmpty() ? List.of() : List.of(draw.integer(0, stages.size() - 1));
                stages.add(new Stage(stages.size(), 0, 9, from, to, parents, 0, Stage.Outcome.COMPLETED));
            }
            jobs.add(new Job(jobs.size(), submitted, over, own));
        }
        for (int i = stages.isEmpty() ? 0 : draw.integer(0, 40); i > 0; i--) {
            int executor = draw.integer(0, executors.size() - 1);
            int stage = draw.integer(0, stages.size() - 1);
            long earliest = Math.max(
                    executors.get(executor).startMs(), stages.get(stage).submittedMs());
            long latest = executors.get(executor).endMs();
            if (earliest <= latest) {
                long launch = draw.integer(earliest, latest);
                tasks.add(new Tasks.Task(
                        stage,
                        executor,
                        i,
                        launch,
                        draw.integer(launch, latest),
                        draw.integer(0L, MOST_MS),
                        draw.integer(0L, MOST_MS),
                        draw.integer(0L, MOST_MS),
                        draw.integer(0L, MOST_MS),
                        draw.integer(0L, MOST_MS),
                        draw.integer(0L, MOST_MS),
                        draw.integer(0L, MOST_MS),
                        draw.pick(Tasks.Fate.SUCCEEDED, Tasks.Fate.LOST)));
            }
        }
        return new Application(end, executors, jobs, stages, tasks);
    }

    @Test
    void withoutAnExecutorThereIsNothingToAccountFor() {
        Application application = new Application(0, List.of(), List.of(), List.of(), new Tasks());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoreTime.of(application, new Occupancy(application)))
                .withMessage("there was no executor");
    }
}
