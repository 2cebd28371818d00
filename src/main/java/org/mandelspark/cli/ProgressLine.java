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
    /** Work that is counted. */
    enum Work {
        /** Cells, and iterations besides. */
        CELLS,
        /** Iterations of the reference of an exact view, which may escape before the last. */
        REFERENCE
    }

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);
    private static final int BAR = 24;

    /** Carriage return, then "erase to the end of the line" (ECMA-48). */
    private static final String BACK = "\r\u001b[K";

    private final PrintWriter terminal;
    private final Work work;
    private final long total;
    private final long startNanos;
    private long done;
    private long iterations;
    private long drawnNanos;
    private boolean drawn;

    /**
     * @param terminal where to draw
     * @param work what is counted
     * @param total how many there are to be computed, at most
     * @param startNanos of {@link System#nanoTime()}
     */
    ProgressLine(PrintWriter terminal, Work work, long total, long startNanos) {
        this.terminal = terminal;
        this.work = work;
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
        iterations += moreIterations;
        reach(done + cells, nowNanos);
    }

    /** Says that so many are done, of all. */
    synchronized void reach(long reached, long nowNanos) {
        done = reached;
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
        String bar = String.format(
                Locale.ROOT, "[%s%s] %3.0f%%  ", "#".repeat(filled), "-".repeat(BAR - filled), 100 * share);
        String counted = switch (work) {
            case CELLS ->
                String.format(
                        Locale.ROOT,
                        "%.1f of %.1f million cells  %.2f G iterations/s  ",
                        done / 1e6,
                        total / 1e6,
                        iterations / seconds / 1e9);
            case REFERENCE ->
                String.format(Locale.ROOT, "%,d of at most %,d iterations of the reference  ", done, total);
        };
        return bar + counted + String.format(Locale.ROOT, "%d:%02d left", left / 60, left % 60);
    }
}
