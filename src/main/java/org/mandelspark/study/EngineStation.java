package org.mandelspark.study;

import java.util.List;
import java.util.Optional;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;

/** An engine that is started whenever its turn comes and another one has taken its place. */
abstract class EngineStation implements Turns.Station {
    private final EngineChoice choice;
    private final String application;
    private Optional<Engine> engine = Optional.empty();
    private boolean wasOpen;

    /**
     * An engine that has not been started.
     *
     * @param choice which
     * @param application name shown by Spark
     */
    EngineStation(EngineChoice choice, String application) {
        this.choice = choice;
        this.application = application;
    }

    /** Called when the engine runs for the first time. */
    abstract void started(Engine started, long startNanos);

    /** The engine, which is open. */
    final Engine engine() {
        return engine.orElseThrow();
    }

    final EngineKind kind() {
        return choice.kind();
    }

    @Override
    public final void open() {
        long start = System.nanoTime();
        engine = Optional.of(choice.start(application));
        if (!wasOpen) {
            wasOpen = true;
            started(engine(), System.nanoTime() - start);
        }
    }

    @Override
    public final void close() {
        engine.ifPresent(Engine::close);
        engine = Optional.empty();
    }

    @Override
    public final Closing closing() {
        if (choice.kind() != EngineKind.SPARK) {
            return Closing.NEEDLESS;
        }
        return engine.isPresent() && !engine().sharesThisMachine() ? Closing.LOSES_ALL : Closing.RESTARTS_HERE;
    }

    @Override
    public abstract List<? extends Turns.Configuration> configurations();
}
