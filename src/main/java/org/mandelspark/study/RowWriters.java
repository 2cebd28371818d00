package org.mandelspark.study;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.mandelspark.engine.EngineException;
import org.mandelspark.engine.RowSink;
import org.mandelspark.files.NpyFile;
import org.mandelspark.files.OutputFile;
import org.mandelspark.grid.Units;
import org.mandelspark.workload.Cells;

/**
 * Writes an array to files while it is computed, and takes its checksum: a thread for each file follows the rows that
 * have arrived, from the first to the last. Without a file, one follows them for the checksum alone.
 *
 * <p>Files get their names when the execution has gone well, and not before. If one cannot be written, the next row that
 * arrives ends the execution.
 *
 * @param <A> the array that holds cells
 */
final class RowWriters<A> implements AutoCloseable {
    private final Cells<A> cells;
    private final int rows;
    private final int columns;
    private final ArrivingRows<A> arriving;
    private final ExecutorService threads = Executors.newCachedThreadPool(RowWriters::daemon);
    private final List<Future<String>> writers = new ArrayList<>();
    private final AtomicReference<IOException> failure = new AtomicReference<>();

    /**
     * Opens the files.
     *
     * @param units in which the array arrives, as files hold it
     * @param files to be written, all the same
     */
    RowWriters(Cells<A> cells, Units units, List<OutputFile> files) {
        this.cells = cells;
        this.rows = units.whole().height();
        this.columns = units.whole().width();
        this.arriving = new ArrivingRows<>(units);
        for (OutputFile file : files) {
            writers.add(threads.submit(() -> orGiveUp(() -> write(file))));
        }
        if (files.isEmpty()) {
            writers.add(threads.submit(() -> orGiveUp(() -> follow(OutputStream.nullOutputStream()))));
        }
        threads.shutdown();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "row writer");
        thread.setDaemon(true);
        return thread;
    }

    /** A writer that fails leaves no use in computing more. */
    private String orGiveUp(Callable<String> writer) throws Exception {
        try {
            return writer.call();
        } catch (IOException e) {
            failure.compareAndSet(null, e);
            throw e;
        } finally {
            // This has no effect on what has gone well.
            arriving.giveUp();
        }
    }

    private String write(OutputFile file) throws IOException {
        AtomicReference<String> checksum = new AtomicReference<>();
        file.write(out -> {
            NpyFile.writeHeader(cells, rows, columns, out);
            checksum.set(follow(out));
        });
        return checksum.get();
    }

    /** Writes cells as they come; returns their checksum when they are to be kept. */
    private String follow(OutputStream out) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32C());
        for (int done = 0; done < rows; ) {
            int ready = arriving.awaitBeyond(done);
            NpyFile.writeCells(cells, arriving.cells(), done * columns, (ready - done) * columns, checked);
            done = ready;
        }
        arriving.awaitConfirmation();
        return Cells.hexadecimal(checked.getChecksum());
    }

    /** Sink for the units. */
    RowSink<A> sink() {
        return arriving;
    }

    /**
     * Waits until the last row is written and the files have their names.
     *
     * @return CRC-32C of all cells, as {@link Cells#checksum} has it
     * @throws IOException if a file could not be written
     */
    String finish() throws IOException {
        arriving.confirm();
        try {
            String checksum = "";
            for (Future<String> writer : writers) {
                checksum = writer.get();
            }
            return checksum;
        } catch (ExecutionException e) {
            requireNoFailure();
            throw new EngineException("the array could not be written: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", e);
        }
    }

    /**
     * Says why an execution was ended, if that was because of a file.
     *
     * @throws IOException if one could not be written
     */
    void requireNoFailure() throws IOException {
        IOException e = failure.get();
        if (e != null) {
            throw e;
        }
    }

    /** Leaves no file of an execution that was not finished. */
    @Override
    public void close() {
        arriving.giveUp();
        try {
            threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
