package org.mandelspark.measure.application;

/** How long the pieces of tasks take in a scenario, in milliseconds. */
final class TaskTimes {
    private final Tasks tasks;
    private final Scenario scenario;
    private final double[] factors;

    TaskTimes(Tasks tasks, Scenario scenario, double... factors) {
        this.tasks = tasks;
        this.scenario = scenario;
        this.factors = factors.clone();
    }

    /** A piece of a task that took so long in all: of that, at most its run time is cut. */
    double pieceMs(int row, double measuredMs) {
        double run = Math.min((double) tasks.runMs(row), measuredMs);
        double overhead = scenario.change() == Scenario.Change.NO_OVERHEAD ? 0 : measuredMs - run;
        return run * factors[tasks.stage(row)] / scenario.pieces() + overhead;
    }

    double pieceMs(int row) {
        return pieceMs(row, (double) tasks.durationMs(row));
    }
}
