/**
 * Measurements and what follows from them: pure records and functions over chunk timings. May import schedule,
 * workload, kernel and grid.
 */
package org.mandelspark.measure;
