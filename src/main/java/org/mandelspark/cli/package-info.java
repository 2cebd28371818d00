/**
 * The command line: parses, validates, calls one study or one render, prints. Results go to stdout, everything else to
 * stderr. May import every package.
 */
package org.mandelspark.cli;
