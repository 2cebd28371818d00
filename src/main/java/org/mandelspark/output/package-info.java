/**
 * What is written: pictures and their palettes, {@code .npy} arrays, run records; to any Hadoop path, whole or not at
 * all. May import measure, schedule, workload, kernel and grid.
 */
package org.mandelspark.output;
