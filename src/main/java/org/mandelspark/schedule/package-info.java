/**
 * How rows become chunks and in which order: pure functions. The order of the chunks is the schedule, because engines
 * start them in that order. May import workload, kernel and grid.
 */
package org.mandelspark.schedule;
