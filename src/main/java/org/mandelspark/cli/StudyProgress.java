package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.mandelspark.engine.Engine;
import org.mandelspark.record.Run;
import org.mandelspark.study.StudyListener;
import org.mandelspark.workload.Problem;

/** Reports on stderr how a study goes, between its runs only. */
final class StudyProgress implements StudyListener, AutoCloseable {
    private final PrintWriter err;
    private final long cells;
    private final Optional<ProgressLine> line;

    /**
     * @param common says whether a bar is wanted
     * @param expectedRuns how many there will be
     * @param problem of each, or of a size with it
     */
    StudyProgress(PrintWriter err, CommonOptions common, long expectedRuns, Problem<?> problem) {
        this.err = err;
        this.cells = (long) problem.rows() * problem.rowCells();
        this.line = !common.isQuiet() && ProgressLine.stderrIsTerminal()
                ? Optional.of(new ProgressLine(err, ProgressLine.Work.CELLS, expectedRuns * cells, System.nanoTime()))
                : Optional.empty();
    }

    @Override
    public void started(Engine engine) {
        EngineNotes.print(engine, err);
    }

    @Override
    public void ran(Run run) {
        line.ifPresent(progress -> progress.advance(cells, run.iterations(), System.nanoTime()));
    }

    @Override
    public void close() {
        line.ifPresent(ProgressLine::end);
    }
}
