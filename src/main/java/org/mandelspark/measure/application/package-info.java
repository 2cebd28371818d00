/**
 * What the tasks of a whole application say: its ledger, what each stage lost, and a model that replays it on other
 * slots. Pure records and functions over columns of tasks; times in milliseconds, as Spark logs them. May import measure,
 * schedule, workload, kernel and grid.
 */
package org.mandelspark.measure.application;
