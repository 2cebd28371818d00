/**
 * Division of rows into chunks, and the order of the chunks: pure functions. The order of the chunks is the schedule,
 * because engines start them in that order. May import workload, kernel and grid.
 */
package org.mandelspark.schedule;
