package org.mandelspark.study;

import org.mandelspark.record.Run;
import org.mandelspark.schedule.Schedule;

/**
 * Result of a job.
 *
 * @param run the account of the run
 * @param kernel what was asked to compute it
 * @param rule what cut the rows into chunks: another than was asked for if that was a choice
 */
public record JobResult(Run run, KernelChoice kernel, Schedule rule) {}
