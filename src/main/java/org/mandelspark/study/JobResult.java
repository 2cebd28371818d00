package org.mandelspark.study;

import java.util.Optional;
import org.mandelspark.picture.PictureParameters;
import org.mandelspark.record.Run;
import org.mandelspark.schedule.Schedule;

/**
 * Result of a job.
 *
 * @param run the account of the run
 * @param kernel what was asked to compute it
 * @param rule what cut the rows into chunks: another than was asked for if that was a choice
 * @param picture parameters of pictures of escape counts, if the answer is such
 */
public record JobResult(Run run, KernelChoice kernel, Schedule rule, Optional<PictureParameters> picture) {}
