/**
 * Files on any Hadoop path, whole or not at all: arrays ({@code .npy} and Zarr), tables (CSV) and JSON; the lines of
 * text files, and their compressions. May import measure, schedule, workload, kernel and grid.
 */
package org.mandelspark.files;
