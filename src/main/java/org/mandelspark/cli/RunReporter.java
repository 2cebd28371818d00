package org.mandelspark.cli;

import java.io.PrintWriter;
import org.mandelspark.engine.Engine;
import org.mandelspark.study.JobListener;

/** Reports on stderr how a run goes. */
final class RunReporter implements JobListener, AutoCloseable {
    private final PrintWriter err;
    private final CommonOptions common;
    private ProgressLine reference;
    private ProgressLine line;

    RunReporter(PrintWriter err, CommonOptions common) {
        this.err = err;
        this.common = common;
    }

    @Override
    public void referenceReached(int iteration, int most) {
        if (reference == null && isWatched()) {
            reference = new ProgressLine(err, ProgressLine.Work.REFERENCE, most, System.nanoTime());
        }
        if (reference != null) {
            reference.reach(iteration, System.nanoTime());
        }
    }

    @Override
    public void started(Engine engine, long cells) {
        endReference();
        EngineNotes.print(engine, err);
        if (isWatched()) {
            line = new ProgressLine(err, ProgressLine.Work.CELLS, cells, System.nanoTime());
        }
    }

    private boolean isWatched() {
        return !common.isQuiet() && ProgressLine.stderrIsTerminal();
    }

    /** In a pyramid the first cells end it. */
    private void endReference() {
        if (reference != null) {
            reference.end();
            reference = null;
        }
    }

    @Override
    public void cellsDone(long cells, long iterations) {
        endReference();
        if (line != null) {
            line.advance(cells, iterations, System.nanoTime());
        }
    }

    @Override
    public void computed() {
        close();
    }

    @Override
    public void close() {
        endReference();
        if (line != null) {
            line.end();
            line = null;
        }
    }
}
