package org.mandelspark.study;

import java.time.Duration;
import org.mandelspark.output.ArrayRecord;

/**
 * What the run of a workload gave.
 *
 * @param run the account of the run
 * @param compute from the call of the engine to the stitched array
 */
public record ArrayResult(ArrayRecord run, Duration compute) {}
