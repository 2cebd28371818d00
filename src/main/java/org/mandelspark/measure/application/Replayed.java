package org.mandelspark.measure.application;

/**
 * A scenario, replayed. None of it was measured.
 *
 * @param inJobsMs time in which there is a job
 * @param totalMs from the beginning of the application to the end of its last job
 * @param boundMs lower bound of the time in jobs: the larger of the work's share of a slot and the longest chain of jobs,
 *     each as long as the longest tasks on its critical path
 * @param launchesPerSecond the most launches within one second of the clock
 */
public record Replayed(double inJobsMs, double totalMs, double boundMs, long launchesPerSecond) {}
