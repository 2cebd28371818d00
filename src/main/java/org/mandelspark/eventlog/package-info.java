/**
 * The event log of any Spark application, read into what {@code measure} knows of applications: a file or a folder of parts,
 * event by event, tasks in columns. A log is a stranger's file, so nothing in it is trusted. May import files, measure,
 * schedule, workload, kernel and grid.
 */
package org.mandelspark.eventlog;
