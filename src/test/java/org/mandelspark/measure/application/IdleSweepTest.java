package org.mandelspark.measure.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandelspark.measure.application.Applications.executor;
import static org.mandelspark.measure.application.Applications.stage;
import static org.mandelspark.measure.application.Applications.sweep;
import static org.mandelspark.measure.application.Applications.task;
import static org.mandelspark.measure.application.Applications.tasks;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mandelspark.measure.Ledger.Account;

class IdleSweepTest {
    /** Two slots that come at 5, a job from 10 to 100, its stage from 15 to 90, and two tasks from 20 on. */
    @Test
    void eachMomentOfIdlenessGoesToWhatIsAwaited() {
        Application application = new Application(
                120,
                List.of(new Executor(2, 0, 0, 5, 120)),
                List.of(new Job(0, 10, 100, List.of(0))),
                List.of(stage(0, 15, 90)),
                tasks(task(0, 0, 20, 80), task(0, 0, 20, 50)));
        IdleSweep sweep = sweep(application);
        assertThat(sweep.amountsMs())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Account.EXECUTORS_STARTING,
                        10L,
                        Account.NO_JOB,
                        10L + 40,
                        Account.NO_STAGE,
                        10L + 20,
                        Account.STAGE_LEAD,
                        10L,
                        Account.DISPATCH_GAP,
                        0L,
                        Account.TAIL_IDLE,
                        30L + 20));
        assertThat(sweep.inJobsMs()).isEqualTo(90);
        assertThat(sweep.workInJobsMs()).isEqualTo(90);
        assertThat(sweep.mostSlots()).isEqualTo(2);
    }

    @Test
    void idlenessBetweenLaunchesIsAGap() {
        IdleSweep sweep = sweep(Applications.of(
                1, 50, List.of(stage(0, 0, 50)), task(0, 0, 0, 10), task(0, 0, 17, 30), task(0, 0, 30, 50)));
        assertThat(sweep.gapIdleMs(0)).isEqualTo(7);
        assertThat(sweep.amountsMs()).containsEntry(Account.DISPATCH_GAP, 7L).containsEntry(Account.TAIL_IDLE, 0L);
    }

    /** A stage with tasks to launch is what slots wait for, whatever other stages do meanwhile. */
    @Test
    void aGapComesBeforeALeadAndALeadBeforeATail() {
        List<Stage> stages = List.of(stage(0, 0, 100), stage(1, 0, 100), stage(2, 0, 100));
        IdleSweep sweep = sweep(Applications.of(
                3, 100, stages, task(0, 0, 0, 100), task(1, 0, 0, 10), task(1, 0, 40, 60), task(2, 0, 70, 100)));
        assertThat(sweep.amountsMs())
                .containsEntry(Account.DISPATCH_GAP, 10L + 2 * 30)
                .containsEntry(Account.STAGE_LEAD, 20L + 2 * 10)
                .containsEntry(Account.TAIL_IDLE, 30L);
        assertThat(sweep.gapIdleMs(1)).isEqualTo(70);
        assertThat(sweep.leadIdleMs(2)).isEqualTo(40);
    }

    @Test
    void stagesThatWaitForTheSameShareWhatTheyLoseToTheMillisecond() {
        IdleSweep sweep = sweep(Applications.of(1, 11, List.of(stage(0, 0, 11), stage(1, 0, 11), stage(2, 0, 11))));
        assertThat(List.of(sweep.leadIdleMs(0), sweep.leadIdleMs(1), sweep.leadIdleMs(2)))
                .containsExactly(5L, 3L, 3L);
    }

    /** Waiting for a busy slot is not an overhead of a stage. */
    @Test
    void aLeadIsOnlyTheTimeInWhichASlotWasIdle() {
        IdleSweep sweep = sweep(Applications.of(
                1, 100, List.of(stage(0, 0, 50), stage(1, 0, 100)), task(0, 0, 0, 50), task(1, 0, 58, 100)));
        assertThat(sweep.leadMs()).containsExactly(0, 8);
    }

    @Test
    void timeWithoutAnExecutorIsNobodysIdleTime() {
        Application application = new Application(
                100,
                List.of(new Executor(1, 0, 30, 30, 60), new Executor(4, 0, 70, 70, 100)),
                List.of(new Job(0, 0, 100, List.of(0))),
                List.of(stage(0, 0, 100)),
                tasks(task(0, 1, 70, 100)));
        IdleSweep sweep = sweep(application);
        assertThat(sweep.startingMs(0)).isEqualTo(30 + 10);
        assertThat(sweep.amountsMs()).containsEntry(Account.STAGE_LEAD, 30L).containsEntry(Account.TAIL_IDLE, 90L);
        assertThat(sweep.mostSlots(0)).isEqualTo(4);
    }

    @Test
    void anExecutorThatNeverLivedChangesNothing() {
        Application application =
                new Application(10, List.of(executor(1, 10), executor(1, 0)), List.of(), List.of(), tasks());
        assertThat(sweep(application).amountsMs()).containsEntry(Account.NO_JOB, 10L);
        assertThat(sweep(application).mostSlots()).isEqualTo(1);
    }
}
