package org.mandelspark.measure.application;

import java.util.Arrays;

/**
 * A model of an application that was learnt from one log of it: jobs, stages and slots as discrete events.
 *
 * <p>At the size that was measured its error is a check of the bookkeeping, as terms were learnt stage by stage; it does not
 * prove what another size would bring. There, task times are taken to be as they were, and so is the number of tasks.
 */
public final class ApplicationModel {
    private final Application application;
    private final Occupancy occupancy;
    private final CoreTime time;
    private final StageTerms stages;
    private final JobTerms jobs;

    /** Learns the terms. */
    public ApplicationModel(Application application, Occupancy occupancy, CoreTime time) {
        this.application = application;
        this.occupancy = occupancy;
        this.time = time;
        this.stages = new StageTerms(application, occupancy, time.leadMs());
        this.jobs = new JobTerms(application);
    }

    /** The scenario with tasks that take as long as they did. */
    public Replayed replay(Scenario scenario) {
        double[] asMeasured = new double[stages.size()];
        Arrays.fill(asMeasured, 1);
        return replay(scenario, asMeasured);
    }

    /**
     * The scenario with tasks that take longer or shorter.
     *
     * @param factors of each stage, for the run times of its tasks
     */
    public Replayed replay(Scenario scenario, double... factors) {
        TaskTimes times = new TaskTimes(application.tasks(), scenario, factors);
        EventReplay replay = new EventReplay(application, stages, jobs, scenario, times);
        replay.run();
        return new Replayed(replay.inJobsMs(), replay.endMs(), boundMs(scenario, times), replay.launchesPerSecond());
    }

    /** The most launches within one second of the clock. */
    public long launchesPerSecond() {
        LaunchRate rate = new LaunchRate();
        for (int row : occupancy.byLaunch()) {
            rate.launched((double) application.tasks().launchMs(row));
        }
        return rate.mostPerSecond();
    }

    private double boundMs(Scenario scenario, TaskTimes times) {
        Tasks tasks = application.tasks();
        double allMs = 0;
        double workMs = 0;
        double[] doneMs = new double[stages.size()];
        for (int stage = 0; stage < stages.size(); stage++) {
            double longest = 0;
            double sum = 0;
            for (int i = 0; i < stages.tasks(stage); i++) {
                int row = stages.row(stage, i);
                double measured = occupancy.endMs(row) - tasks.launchMs(row);
                double ms = times.pieceMs(row, measured);
                allMs += measured;
                sum += ms;
                if (stages.isGating(stage, row, tasks)) {
                    longest = Math.max(longest, ms);
                }
            }
            workMs += sum * scenario.pieces();
            if (scenario.change() == Scenario.Change.EVEN && longest > 0) {
                longest = sum / stages.tasks(stage);
            }
            for (int needed : stages.needs(stage)) {
                if (stages.owner(needed) == stages.owner(stage)) {
                    doneMs[stage] = Math.max(doneMs[stage], doneMs[needed]);
                }
            }
            doneMs[stage] += longest;
        }
        double[] chainMs = new double[jobs.size()];
        double longestChain = 0;
        for (int job = 0; job < jobs.size(); job++) {
            for (int stage : jobs.needs(job)) {
                if (stages.owner(stage) == job) {
                    chainMs[job] = Math.max(chainMs[job], doneMs[stage]);
                }
            }
            chainMs[job] += jobs.previous(job) < 0 ? 0 : chainMs[jobs.previous(job)];
            longestChain = Math.max(longestChain, chainMs[job]);
        }
        // No slot may have lived for a millisecond.
        int slots = scenario.slots() == 0 ? Math.max(1, time.slots()) : scenario.slots();
        double inJobs = allMs == 0 ? 1 : time.workInJobsMs() / allMs;
        return Math.max(workMs * inJobs / slots, longestChain);
    }
}
