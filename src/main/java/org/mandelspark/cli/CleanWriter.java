package org.mandelspark.cli;

import java.io.PrintWriter;
import org.mandelspark.engine.Secrets;
import org.mandelspark.grid.PlainText;

/**
 * A terminal on which nothing that came from elsewhere acts, and no password is seen: each line is cleaned before it is
 * printed. What is printed as a part of a line, such as a progress bar, goes through as it is.
 */
final class CleanWriter extends PrintWriter {
    CleanWriter(PrintWriter terminal) {
        super(terminal, true);
    }

    @Override
    public void println(String line) {
        super.println(Secrets.hideLogins(PlainText.visible(line)));
    }

    @Override
    public void println(Object line) {
        println(String.valueOf(line));
    }
}
