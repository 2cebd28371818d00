/**
 * What a row is and what computing it means: the seam between <em>what</em> is computed and <em>how</em> an engine
 * executes it. May import kernel and grid.
 */
package org.mandelspark.workload;
