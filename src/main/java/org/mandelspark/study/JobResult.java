package org.mandelspark.study;

import java.time.Duration;
import org.mandelspark.output.RunRecord;
import org.mandelspark.schedule.Schedule;

/**
 * What a job gave.
 *
 * @param run the account of the run
 * @param kernel what was asked to compute it
 * @param rule what cut the rows into chunks: another than was asked for if that was a choice
 * @param compute {@value org.mandelspark.measure.MeasuredRun#TIMED_REGION}
 */
public record JobResult(RunRecord run, KernelChoice kernel, Schedule rule, Duration compute) {}
