/**
 * Benchmarks of the kernels, one idea each.
 *
 * <pre>{@code
 * mvn -Pjmh test-compile exec:exec -Djmh.args="KernelBenchmark -p view=MOJO"
 * mvn -Pjmh test-compile exec:exec -Djmh.args="KernelBenchmark -p view=MOJO -p kernel=simd:none -prof gc"
 * }</pre>
 */
package org.mandelspark.kernel;
