/**
 * Meaning of a unit of work, a row or a tile, and of computing it: the seam between <em>what</em> is computed and
 * <em>how</em> an engine executes it. May import kernel and grid.
 */
package org.mandelspark.workload;
