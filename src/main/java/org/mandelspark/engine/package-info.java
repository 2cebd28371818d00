/**
 * How a plan is executed: in one loop, on threads, or as a Spark job; and what the process was given to do it with.
 * The only package that imports Spark. May import output, measure, schedule, workload, kernel and grid.
 */
package org.mandelspark.engine;
