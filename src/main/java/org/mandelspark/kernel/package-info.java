/**
 * Escape-time kernels (naive, array, simd) and the lookup that chooses one the running JVM can use.
 * Pure computation, no Spark and no I/O but one warning to the log; imports no other package of this project.
 */
package org.mandelspark.kernel;
