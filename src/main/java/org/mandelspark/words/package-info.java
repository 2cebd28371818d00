/** Counts the words of text files as a Spark job. May import engine and all below it. */
package org.mandelspark.words;
