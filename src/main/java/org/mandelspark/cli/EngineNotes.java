package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.GivenCores;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.grid.Counted;

/** Notes on an engine that has started: more workers than cores, where to watch it. */
final class EngineNotes {
    private EngineNotes() {}

    static void print(Engine engine, PrintWriter err) {
        WorkerCount workers = engine.workers();
        WorkerCount granted = new GivenCores().granted();
        if (engine.sharesThisMachine() && workers.count() > granted.count()) {
            err.println(String.format(
                    Locale.ROOT,
                    "warning: %s (%s) will share %s (%s)",
                    Counted.of(workers.count(), "worker"),
                    workers.source(),
                    Counted.of(granted.count(), "core"),
                    granted.source()));
        }
        engine.webUrl().ifPresent(url -> err.println("Spark's web interface: " + url));
    }
}
