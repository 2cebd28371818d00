/**
 * How a plan is executed: in one loop, on threads, or as a Spark job; and what the process was given to do it with.
 * Besides words and hosts, the only package that imports Spark. May import record and all below it.
 *
 * <h2>Way of a chunk</h2>
 *
 * <pre>
 * Plan ─┬─ SerialEngine ─┐
 *       ├─ ThreadEngine ─┴─ InPlaceChunk         cells are computed where they stay
 *       └─ SparkEngine ─── ChunkTask             one task a chunk, in the order of the plan
 *                          └─ PackedChunk        computed slice by slice, each packed and encoded by SliceCodec
 *                                 │ arrays of bytes, by Spark's result channel
 *                          Stitcher              decodes each into the final array, on a thread of its own
 *                                 │
 *                          RowSink               units that have arrived, for files that are written meanwhile
 *
 * TaskListener ── TaskTally                      core time of tasks around their chunks, and repeated attempts
 * </pre>
 *
 * <p>Spark brings plain results to the driver more slowly than the kernels make them, so cells travel packed and encoded.
 * Measurements behind this are in src/jmh/RESULTS.md.
 *
 * <h2>Workers</h2>
 *
 * <p>{@code GivenCores} counts the cores that this process may use, {@code LocalMaster} and {@code ClusterRequest} turn a
 * wish into Spark's settings, and {@code ExecutorWatch} counts what a cluster then gives. {@code WorkerCount} is the result,
 * with its source.
 */
package org.mandelspark.engine;
