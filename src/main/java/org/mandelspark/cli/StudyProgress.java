package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.mandelspark.engine.Engine;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.study.StudyListener;

/** Tells on stderr how a study goes, between its runs only. */
final class StudyProgress implements StudyListener, AutoCloseable {
    private final PrintWriter err;
    private final int pixels;
    private final Optional<ProgressLine> line;

    /**
     * @param common says whether a bar is wanted
     * @param expectedRuns how many there will be
     * @param pixels of each, about
     */
    StudyProgress(PrintWriter err, CommonOptions common, long expectedRuns, int pixels) {
        this.err = err;
        this.pixels = pixels;
        this.line = !common.isQuiet() && ProgressLine.stderrIsTerminal()
                ? Optional.of(new ProgressLine(err, expectedRuns * pixels, System.nanoTime()))
                : Optional.empty();
    }

    @Override
    public void started(Engine engine) {
        EngineNotes.print(engine, err);
    }

    @Override
    public void ran(MeasuredRun run) {
        line.ifPresent(progress -> progress.advance(pixels, run.iterations(), System.nanoTime()));
    }

    @Override
    public void close() {
        line.ifPresent(ProgressLine::end);
    }
}
