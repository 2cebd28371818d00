package org.mandelspark.study;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.Ranking;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.engine.WordCounter;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.Tsv;
import org.mandelspark.study.WordCountResult.Count;

/** Counts the words of documents, or one word in each of them, and writes the counts. */
public final class WordCountJob {
    private final WordCountRequest request;

    /**
     * A job that has done nothing yet.
     *
     * @param request what to count
     */
    public WordCountJob(WordCountRequest request) {
        this.request = request;
    }

    /**
     * Finds out, before anything is started, whether the counts can be written.
     *
     * @throws IllegalArgumentException if not, with the reason for people
     */
    public void check() {
        request.out().ifPresent(this::requireWritable);
    }

    /**
     * Counts and writes.
     *
     * @param listener hears when the engine runs
     * @throws IOException if the file could not be written
     * @throws org.mandelspark.engine.EngineException if the job failed
     */
    public WordCountResult execute(EngineListener listener) throws IOException {
        try (SparkEngine engine = SparkEngine.start("mandelspark wordcount", request.workers(), request.web())) {
            listener.started(engine);
            long start = System.nanoTime();
            WordCounter counter = new WordCounter(engine, request.documents());
            Ranking ranking = request.word().map(counter::documentsOf).orElseGet(counter::words);
            Summary summary = new Summary();
            if (request.out().isPresent()) {
                request.out()
                        .get()
                        .write(out -> ranking.forEach((name, count) -> {
                            Tsv.writeCount(name, count, out);
                            summary.add(name, count);
                        }));
            } else {
                ranking.forEach(summary::add);
            }
            return new WordCountResult(
                    request,
                    engine.workers(),
                    HostEnvironment.of(engine),
                    Duration.ofNanos(System.nanoTime() - start),
                    summary.total,
                    summary.names,
                    summary.top,
                    ranking.malformedBytes());
        }
    }

    private void requireWritable(OutputFile out) {
        for (String document : request.documents().names()) {
            if (OutputFile.of(document, OutputFile.Existing.KEEP).sameAs(out)) {
                throw new IllegalArgumentException(out.name() + " is one of the documents");
            }
        }
        out.requireWritable();
    }

    /** What is kept of the counts as they pass. */
    private final class Summary {
        private final List<Count> top = new ArrayList<>();
        private long total;
        private long names;

        void add(String name, long count) {
            total += count;
            names += count > 0 ? 1 : 0;
            if (top.size() < request.top()) {
                top.add(new Count(name, count));
            }
        }
    }
}
