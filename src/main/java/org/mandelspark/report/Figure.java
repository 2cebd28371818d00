package org.mandelspark.report;

import org.mandelspark.report.plot.Plot;

/**
 * A plot and the name of its files.
 *
 * @param name without an extension
 * @param plot what is drawn
 */
record Figure(String name, Plot plot) {}
