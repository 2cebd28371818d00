package org.mandelspark.measure.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandelspark.measure.application.Applications.executor;
import static org.mandelspark.measure.application.Applications.stage;
import static org.mandelspark.measure.application.Applications.task;
import static org.mandelspark.measure.application.Applications.tasks;

import java.util.List;
import org.junit.jupiter.api.Test;

class OccupancyTest {
    private static final List<Stage> STAGES = List.of(stage(0, 0, 100));

    @Test
    void aTaskTakesTheSlotThatHasBeenFreeLongest() {
        Occupancy occupancy = new Occupancy(
                Applications.of(2, 100, STAGES, task(0, 0, 0, 50), task(0, 0, 0, 30), task(0, 0, 60, 70)));
        assertThat(occupancy.slot(0)).isZero();
        assertThat(occupancy.slot(1)).isEqualTo(1);
        assertThat(occupancy.slot(2)).isEqualTo(1);
    }

    /** Spark notes the end of a task some milliseconds after it has given the core away. */
    @Test
    void aTaskEndsWithTheNextLaunchOnItsSlot() {
        Occupancy occupancy = new Occupancy(Applications.of(1, 100, STAGES, task(0, 0, 0, 50), task(0, 0, 48, 60)));
        assertThat(occupancy.endMs(0)).isEqualTo(48);
        assertThat(occupancy.endMs(1)).isEqualTo(60);
    }

    @Test
    void tasksThatComeInAnyOrderAreTakenByTheirLaunch() {
        Occupancy occupancy = new Occupancy(Applications.of(1, 100, STAGES, task(0, 0, 48, 60), task(0, 0, 0, 50)));
        assertThat(occupancy.row(0)).isEqualTo(1);
        assertThat(occupancy.row(1)).isZero();
        assertThat(occupancy.endMs(1)).isEqualTo(48);
    }

    @Test
    void slotsAreNumberedExecutorByExecutor() {
        Application application = new Application(
                100,
                List.of(executor(3, 100), executor(2, 100)),
                List.of(),
                STAGES,
                tasks(task(0, 1, 0, 10), task(0, 0, 0, 10), task(0, 1, 0, 10)));
        Occupancy occupancy = new Occupancy(application);
        assertThat(occupancy.slots()).isEqualTo(5);
        assertThat(List.of(occupancy.slot(0), occupancy.slot(1), occupancy.slot(2)))
                .containsExactly(3, 0, 4);
    }

    @Test
    void anExecutorWithoutTasksHasItsSlotsAllTheSame() {
        assertThat(new Occupancy(Applications.of(7, 100, List.of())).slots()).isEqualTo(7);
    }
}
