package org.mandelspark.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Takes the stacks of running Java threads at fixed times, with the Java Flight Recorder of this JVM (JEP 328).
 *
 * <p>Unlike profilers that stop threads at safepoints, it takes them where they are; compiled code knows the method
 * and inlined callers of most of its instructions, so a hot loop shows under the method that it was written in.
 */
final class StackSampler implements AutoCloseable {
    /** JFR takes some threads of each period, so short periods mean more samples, not all threads. */
    static final Duration PERIOD = Duration.ofMillis(10);

    private static final String SAMPLE = "jdk.ExecutionSample";

    private final Recording recording = new Recording();

    /**
     * Starts sampling.
     *
     * @throws StudyException if this JVM has no Flight Recorder
     */
    StackSampler() {
        if (!FlightRecorder.isAvailable()) {
            throw new StudyException("this JVM has no Java Flight Recorder");
        }
        recording.enable(SAMPLE).withPeriod(PERIOD);
        recording.start();
    }

    /**
     * Stops sampling.
     *
     * @return one stack a sample, the running method first
     */
    List<List<String>> stop() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("mandelspark", ".jfr");
        try {
            recording.dump(file);
            List<List<String>> stacks = new ArrayList<>();
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
                    List<String> stack = event.getStackTrace().getFrames().stream()
                            .map(frame -> name(frame.getMethod()))
                            .toList();
                    if (!stack.isEmpty()) {
                        stacks.add(stack);
                    }
                }
            }
            return stacks;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() {
        recording.close();
    }

    private static String name(RecordedMethod method) {
        return method.getType().getName() + "." + method.getName();
    }
}
