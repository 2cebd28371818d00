package org.mandelspark.cli;

import java.io.PrintWriter;
import org.mandelspark.engine.Engine;
import org.mandelspark.study.JobListener;

/** Reports on stderr how a run goes. */
final class RunReporter implements JobListener, AutoCloseable {
    private final PrintWriter err;
    private final CommonOptions common;
    private ProgressLine line;

    RunReporter(PrintWriter err, CommonOptions common) {
        this.err = err;
        this.common = common;
    }

    @Override
    public void started(Engine engine, long cells) {
        EngineNotes.print(engine, err);
        if (!common.isQuiet() && ProgressLine.stderrIsTerminal()) {
            line = new ProgressLine(err, cells, System.nanoTime());
        }
    }

    @Override
    public void cellsDone(long cells, long iterations) {
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
        if (line != null) {
            line.end();
            line = null;
        }
    }
}
