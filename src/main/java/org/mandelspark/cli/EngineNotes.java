package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.GivenCores;
import org.mandelspark.engine.WorkerCount;

/** What is worth knowing of an engine when it has started: more workers than cores, where to watch it. */
final class EngineNotes {
    private EngineNotes() {}

    static void print(Engine engine, PrintWriter err) {
        WorkerCount workers = engine.workers();
        WorkerCount granted = new GivenCores().granted();
        if (engine.sharesThisMachine() && workers.count() > granted.count()) {
            err.println(String.format(
                    Locale.ROOT,
                    "warning: %d workers (%s) will share %d cores (%s)",
                    workers.count(),
                    workers.source(),
                    granted.count(),
                    granted.source()));
        }
        engine.webUrl().ifPresent(url -> err.println("Spark's web interface: " + url));
    }
}
