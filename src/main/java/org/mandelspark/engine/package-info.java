/**
 * How a plan is executed: in one loop, on threads, or as a Spark job; and what the process was given to do it with.
 * Besides words and hosts, the only package that imports Spark. May import record and all below it.
 *
 * <h2>What a result costs</h2>
 *
 * <p>Spark brings plain results to the driver more slowly than the kernels make them, so cells travel packed and
 * encoded. Measured on two cores of an AMD EPYC (Zen 3) that were shared with other work, on JDK 17; megabytes are
 * those of {@code int32} counts, and rates are per second of core time, which others disturb least.
 *
 * <p>Encoding pieces of 65,536 counts, packed in 2 bytes each (view mojo at 8192 × 8192, and seahorse at 4096 × 2304):
 *
 * <pre>
 *                             mojo: bytes  encode  decode | seahorse: bytes  encode  decode
 *                                  a cell    MB/s    MB/s |          a cell    MB/s    MB/s
 * packed only                       2.000    5300    9600 |           2.000    5200    8000
 * LZ4                               0.078    4100    8300 |           0.653    1560    4800   chosen
 * LZ4, two planes of bytes          0.061    3000    3700 |           0.513    1320    2600
 * LZ4, delta to the left            0.078    3900    4900 |
 * LZ4, delta to the row above       0.075    4000    5100 |           0.624    1390    3400
 * LZ4 without native code           0.082    1400    1600 |           0.661     300    1400
 * Zstandard level 1                 0.046    3500    6100 |           0.449     990    2500
 * Zstandard 1, two planes           0.041    2600    3200 |           0.424     920    1700
 * Snappy                            0.155    4800    4500 |           0.691    1550    2600
 * </pre>
 *
 * <p>A whole execution of {@code over:16} (32 tasks on {@code local[2]}) of counts of mojo at 8192 × 8192, 268 MB, that
 * are only copied; medians of repeats, the least in parentheses:
 *
 * <pre>
 *                                     wall ms     core ms
 * packed only                       560 (400)   780 (660)
 * LZ4 and plain arrays of bytes     320 (170)   370 (290)
 * threads, which copy in place       60  (32)    40  (30)
 * as many tasks without cells       110  (43)   130  (60)
 * </pre>
 *
 * <p>In that series the two alternated. Another one, by {@code GatherBenchmark} and not alternated, gave 464 (321) ms
 * before and 194 (125) ms after, 54 (25) and 45 (25) in place. So what the gather takes on top fell from 500 to 260 ms
 * in the first and from 410 to 150 ms in the second: from 0.5 or 0.7 to 1.0 or 1.8 GB/s of {@code int32} counts.
 * Counts that are noise, which no codec shortens, took 800 core ms (500 ms wall) as long as results over 1 MiB went by
 * the block stores, and take 500 (400) since results of up to 8 MiB travel directly. Of tasks of one row each, 2000
 * took a tenth less wall time with a class for a task and arrays of bytes for a result than with a lambda and a record.
 * The first use of the array's memory takes 1.2 to 2.7 s a gigabyte, if the operating system gives it in small pages:
 * that is done while Spark sends out the first tasks.
 *
 * <p>To be repeated by {@code GatherBenchmark}. Times of one machine at one time: compare ratios.
 */
package org.mandelspark.engine;
