package org.mandelspark.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;

/** Leads to stdout and remembers the first failure, which a print stream keeps to itself. */
final class ResultStream extends OutputStream {
    /** Exit code of a program that the signal SIGPIPE (13) ends, which is what {@code | head -1} does to most. */
    static final int PIPE_CLOSED = 128 + 13;

    /** Message by which Linux, macOS and the JVM report EPIPE. */
    private static final String EPIPE = "Broken pipe";

    private final OutputStream out;
    private Optional<IOException> failure = Optional.empty();

    ResultStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(e));
            throw e;
        }
    }

    /**
     * The status of a command whose results have all been printed here.
     *
     * @param status as the command has it
     * @param err for one line if results are missing, but not because their reader closed the pipe: it has read enough
     * @return the status to leave with: not 0 if results are missing
     */
    int statusAfter(int status, PrintWriter err) {
        if (status != 0 || failure.isEmpty()) {
            return status;
        }
        String reason = String.valueOf(failure.get().getMessage());
        if (reason.equals(EPIPE)) {
            return PIPE_CLOSED;
        }
        err.println("mandelspark: cannot write the results to stdout: " + reason);
        return Main.FAILED;
    }
}
