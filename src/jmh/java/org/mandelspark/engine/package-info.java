/**
 * Benchmarks of the engines.
 *
 * <pre>{@code
 * mvn -Pjmh test-compile exec:exec -Djmh.args="GatherBenchmark -p view=MOJO"
 * }</pre>
 */
package org.mandelspark.engine;
