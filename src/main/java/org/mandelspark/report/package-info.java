/**
 * Presentation of a study to people: tables, files, plots. Reads study results and measures nothing itself. May import
 * study and all below it.
 */
package org.mandelspark.report;
