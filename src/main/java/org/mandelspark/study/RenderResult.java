package org.mandelspark.study;

import java.time.Duration;
import org.mandelspark.output.RunRecord;

/**
 * What a render gave.
 *
 * @param run the account of the run
 * @param compute from the call of the engine to the stitched array
 */
public record RenderResult(RunRecord run, Duration compute) {}
