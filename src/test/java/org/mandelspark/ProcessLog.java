package org.mandelspark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a running process says, line by line: whoever needs to know that it has come to a point waits for the words. */
final class ProcessLog {
    private static final long TIMEOUT_SECONDS = 90;

    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    /** Listens from now on. */
    ProcessLog(InputStream said) {
        Thread reader = new Thread(() -> read(said), "process log");
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits for a line that contains a pattern, but not for ever; lines said before count. */
    synchronized Matcher await(String pattern) throws InterruptedException {
        Pattern wanted = Pattern.compile(pattern);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        for (int next = 0; ; ) {
            for (; next < lines.size(); next++) {
                Matcher found = wanted.matcher(lines.get(next));
                if (found.find()) {
                    return found;
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (ended || left <= 0) {
                throw new AssertionError("nobody said '" + pattern + "':\n" + String.join("\n", lines));
            }
            wait(left);
        }
    }

    /** Everything that the process has said, once it has ended. */
    synchronized String text() throws InterruptedException {
        while (!ended) {
            wait();
        }
        return String.join("\n", lines);
    }

    private void read(InputStream said) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(said, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (this) {
                    lines.add(line);
                    notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (this) {
                ended = true;
                notifyAll();
            }
        }
    }
}
