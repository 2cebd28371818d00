package org.mandelspark.measure.application;

import java.util.List;

/** Applications of one job and a few tasks, for tests. All times in milliseconds. */
final class Applications {
    private Applications() {}

    /** A task that did nothing but run. */
    static Tasks.Task task(int stage, int executor, long launchMs, long endMs) {
        long run = endMs - launchMs;
        return new Tasks.Task(stage, executor, 0, launchMs, endMs, run, 0, 0, 0, run, 0, 0, Tasks.Fate.SUCCEEDED);
    }

    static Stage stage(int id, long submittedMs, long completedMs, Integer... parentIds) {
        return new Stage(id, 0, 1, submittedMs, completedMs, List.of(parentIds), 0, Stage.Outcome.COMPLETED);
    }

    /** An executor from the beginning to the end. */
    static Executor executor(int slots, long endMs) {
        return new Executor(slots, 0, 0, 0, endMs);
    }

    static Tasks tasks(Tasks.Task... all) {
        Tasks tasks = new Tasks();
        for (Tasks.Task task : all) {
            tasks.add(task);
        }
        return tasks;
    }

    /** One executor and one job, both from the beginning to the end. */
    static Application of(int slots, long endMs, List<Stage> stages, Tasks.Task... tasks) {
        Job job = new Job(0, 0, endMs, stages.stream().map(Stage::id).toList());
        return new Application(endMs, List.of(executor(slots, endMs)), List.of(job), stages, tasks(tasks));
    }

    static IdleSweep sweep(Application application) {
        Occupancy occupancy = new Occupancy(application);
        return new IdleSweep(application, occupancy, new TaskSums(application, occupancy));
    }

    static ApplicationModel model(Application application) {
        Occupancy occupancy = new Occupancy(application);
        return new ApplicationModel(application, occupancy, CoreTime.of(application, occupancy));
    }
}
