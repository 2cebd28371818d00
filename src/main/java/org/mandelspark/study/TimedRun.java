package org.mandelspark.study;

import org.mandelspark.measure.MeasuredRun;

/**
 * One execution in a head-to-head.
 *
 * @param contestant the configuration
 * @param run what was measured
 */
public record TimedRun(Contestant contestant, MeasuredRun run) {}
