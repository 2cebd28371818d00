package org.mandelspark.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The kernel of src/jmh/c, which a process computes whenever it is asked. */
final class CProcess implements AutoCloseable {
    /** Names the program, which is compiled by hand. */
    private static final String PROGRAM = "mandelspark.c";

    private final Process process;
    private final OutputStream questions;
    private final BufferedReader answers;

    /**
     * Starts the program.
     *
     * @param view its arguments: four bounds, width, height and {@code maxIter}
     */
    CProcess(List<String> view) throws IOException {
        String program = System.getProperty(PROGRAM);
        if (program == null) {
            throw new IllegalArgumentException(
                    "kernel c: compile src/jmh/c/escape.c and add -jvmArgsAppend -D" + PROGRAM + "=target/escape");
        }
        process = new ProcessBuilder(
                        Stream.concat(Stream.of(program), view.stream()).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = process.getOutputStream();
        answers = process.inputReader(StandardCharsets.US_ASCII);
    }

    /** Computes the view. */
    void fill() {
        ask('v');
    }

    /** Computes the view and returns the sum of its counts. */
    long iterations() {
        return ask('s');
    }

    private long ask(char question) {
        try {
            questions.write(question);
            questions.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the program ended with status "
                        + process.onExit().join().exitValue());
            }
            return Long.parseLong(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
