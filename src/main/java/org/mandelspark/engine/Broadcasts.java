package org.mandelspark.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.mandelspark.workload.Shared;

/** Sends things to executors by Spark's broadcasts: each executor gets one copy, which its tasks share. */
final class Broadcasts implements Shared.Sharing, AutoCloseable {
    private final JavaSparkContext context;
    private final List<Broadcast<?>> sent = new ArrayList<>();

    Broadcasts(JavaSparkContext context) {
        this.context = context;
    }

    @Override
    public <T extends Serializable> Shared<T> share(T thing) {
        Broadcast<T> broadcast = context.broadcast(thing);
        sent.add(broadcast);
        return broadcast::value;
    }

    /** Removes everything from all executors. */
    @Override
    public void close() {
        sent.forEach(broadcast -> broadcast.destroy());
    }
}
