/**
 * What was measured and what follows from it: pure records and functions over chunk timings.
 * May import schedule, workload, kernel and grid.
 */
package org.mandelspark.measure;
