package org.mandelspark.study;

import java.util.OptionalInt;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.HostProbe;
import org.mandelspark.engine.SparkEngine;

/** Has every worker report who and where it is: the thing to run first on a new cluster. */
public final class HostsJob {
    private final OptionalInt workers;
    private final SparkEngine.WebInterface web;

    /**
     * A job that has done nothing yet.
     *
     * @param workers number of workers, if not all that there are
     * @param web whether Spark serves its web interface
     */
    public HostsJob(OptionalInt workers, SparkEngine.WebInterface web) {
        this.workers = workers;
        this.web = web;
    }

    /**
     * Asks.
     *
     * @param listener hears when the engine runs
     * @throws org.mandelspark.engine.EngineException if the job failed
     */
    public HostsResult execute(EngineListener listener) {
        try (SparkEngine engine = SparkEngine.start("mandelspark hosts", workers, web)) {
            listener.started(engine);
            return new HostsResult(new HostProbe(engine, workers).call(), HostEnvironment.of(engine));
        }
    }
}
