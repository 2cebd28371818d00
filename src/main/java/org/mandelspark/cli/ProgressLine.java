package org.mandelspark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A line on a terminal that reports how far the work is, how fast it goes and how long it will take; it appears only
 * when there is something to wait for.
 */
final class ProgressLine {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);
    private static final int BAR = 24;

    /** Carriage return, then "erase to the end of the line" (ECMA-48). */
    private static final String BACK = "\r\u001b[K";

    private final PrintWriter terminal;
    private final long total;
    private final long startNanos;
    private long done;
    private long iterations;
    private long drawnNanos;
    private boolean drawn;

    /**
     * @param terminal where to draw
     * @param total cells to be computed
     * @param startNanos of {@link System#nanoTime()}
     */
    ProgressLine(PrintWriter terminal, long total, long startNanos) {
        this.terminal = terminal;
        this.total = total;
        this.startNanos = startNanos;
    }

    /** True if stderr is a terminal; only Linux reports that, so other systems show no progress bar. */
    static boolean stderrIsTerminal() {
        try {
            String device = Path.of("/proc/self/fd/2").toRealPath().toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    /** Adds cells that have arrived. */
    synchronized void advance(long cells, long moreIterations, long nowNanos) {
        done += cells;
        iterations += moreIterations;
        if (nowNanos - startNanos >= PATIENCE.toNanos()
                && (!drawn || nowNanos - drawnNanos >= BETWEEN_DRAWINGS.toNanos())) {
            terminal.print(BACK + text(nowNanos));
            terminal.flush();
            drawn = true;
            drawnNanos = nowNanos;
        }
    }

    /** Leaves the terminal as it was. */
    synchronized void end() {
        if (drawn) {
            terminal.print(BACK);
            terminal.flush();
        }
    }

    private String text(long nowNanos) {
        double seconds = (nowNanos - startNanos) / (double) TimeUnit.SECONDS.toNanos(1);
        double share = (double) done / total;
        int filled = (int) (share * BAR);
        long left = Math.round(seconds * (1 - share) / share);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f%%  %.1f of %.1f million cells  %.2f G iterations/s  %d:%02d left",
                "#".repeat(filled),
                "-".repeat(BAR - filled),
                100 * share,
                done / 1e6,
                total / 1e6,
                iterations / seconds / 1e9,
                left / 60,
                left % 60);
    }
}
