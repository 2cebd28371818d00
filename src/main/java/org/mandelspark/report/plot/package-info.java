/**
 * A small grammar of plots over JFreeChart: layers between two axes, panels side by side, one style, SVG and PNG. Knows nothing
 * of studies.
 */
package org.mandelspark.report.plot;
