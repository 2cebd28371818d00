/**
 * Benchmarks of planning.
 *
 * <pre>{@code
 * mvn -Pjmh test-compile exec:exec -Djmh.args="PlanBenchmark"
 * }</pre>
 */
package org.mandelspark.schedule;
