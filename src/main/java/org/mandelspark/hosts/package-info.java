/** Asks the workers of a cluster who and where they are, as a Spark job. May import engine and all below it. */
package org.mandelspark.hosts;
