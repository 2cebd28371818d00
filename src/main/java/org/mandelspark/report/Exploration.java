package org.mandelspark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mandelspark.report.ExploredStudy.Kind;
import org.mandelspark.report.ExploredStudy.Offer;
import org.mandelspark.study.CountsSample;
import org.mandelspark.study.RecordedStudy;
import org.mandelspark.workload.Problem;

/** Runs of some studies as one page that answers to a pointer, two of them at a time. */
public final class Exploration {
    /** The page's name, beside the static page. */
    public static final String PAGE = "explore.html";

    /** Limit of chunks on a page, of all its runs: some twenty megabytes. */
    static final int MOST_CHUNKS = 200_000;

    private final List<String> titles = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Problem<?>, ExploredPicture> pictures = new LinkedHashMap<>();

    /**
     * A run in the lists of the page.
     *
     * @param group heading of its part of the list
     * @param kind of the run
     * @param run the run
     */
    record Entry(String group, Kind kind, ExploredRun run) {}

    /**
     * The runs of studies.
     *
     * @throws IllegalArgumentException if no source has chunks that computed a part of something
     */
    public Exploration(Report report) {
        List<String> others = new ArrayList<>();
        List<Offered> offered = new ArrayList<>();
        Map<Problem<?>, CountsSample> samples = new HashMap<>();
        for (int i = 0; i < report.sources().size(); i++) {
            Report.Source source = report.sources().get(i);
            String title =
                    "%d. %s, %s".formatted(i + 1, report.sections().get(i).title(), source.path());
            if (source.study().isEmpty()) {
                others.add(source.path());
                continue;
            }
            titles.add(report.sections().get(i).title());
            RecordedStudy study = source.study().get();
            ExploredStudy explored = new ExploredStudy(study);
            explored.sample()
                    .ifPresent(sample -> samples.put(study.result().problem().unnamed(), sample));
            explored.offers().forEach(offer -> offered.add(new Offered(title, offer)));
        }
        if (offered.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: tasks of an event log have no place in a picture; give the folder of"
                                    .formatted(String.join(", ", others))
                            + " scaling, balance, granularity or kernels, of a pyramid, or the .json file of a run");
        }
        if (!others.isEmpty()) {
            notes.add(String.join(", ", others)
                    + ": not on this page, because tasks of an event log have no place in a picture.");
        }
        notes.addAll(report.problems());
        keep(offered);
        draw(samples);
    }

    /** Keeps runs, those that matter most first, as long as the page does not become too large. */
    private void keep(List<Offered> offered) {
        int chunks = 0;
        int left = 0;
        for (Offered next : offered.stream()
                .sorted(Comparator.comparing(each -> each.offer().kind()))
                .toList()) {
            if (chunks + next.offer().chunks() > MOST_CHUNKS) {
                left++;
                continue;
            }
            chunks += next.offer().chunks();
            entries.add(new Entry(
                    next.title() + ": " + next.offer().kind().label(),
                    next.offer().kind(),
                    next.offer().made().get()));
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(
                    "each run has more chunks than a page can hold, %,d".formatted(MOST_CHUNKS));
        }
        if (left > 0) {
            notes.add("%s left out: the page holds at most %,d chunks."
                    .formatted(Format.count(left, "run") + (left == 1 ? " is" : " are"), MOST_CHUNKS));
        }
    }

    private void draw(Map<Problem<?>, CountsSample> samples) {
        for (Entry entry : entries) {
            pictures.computeIfAbsent(
                    entry.run().problem().unnamed(),
                    problem -> ExploredPicture.of(
                            entry.run().problem(),
                            Optional.ofNullable(samples.get(problem)),
                            entries.stream()
                                    .map(Entry::run)
                                    .filter(run -> run.problem().unnamed().equals(problem))
                                    .flatMapToDouble(ExploredRun::iterationsPerCell)
                                    .summaryStatistics()));
        }
    }

    /** The kinds and problems of the studies, each once. */
    String title() {
        return String.join("; ", titles.stream().distinct().toList());
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<ExploredPicture> pictures() {
        return List.copyOf(pictures.values());
    }

    /** Index of a run's picture. */
    int picture(ExploredRun run) {
        return List.copyOf(pictures.keySet()).indexOf(run.problem().unnamed());
    }

    /**
     * The two runs that are shown first: of the first study's problem and the kind that matters most, the slowest and the
     * fastest; -1 for the second if there is only one.
     */
    List<Integer> chosen() {
        Entry first = entries.get(0);
        List<Integer> alike = IntStream.range(0, entries.size())
                .boxed()
                .filter(i -> entries.get(i).kind() == first.kind()
                        && picture(entries.get(i).run()) == picture(first.run()))
                .sorted(Comparator.comparingDouble(i -> -entries.get(i).run().endNanos()))
                .toList();
        return List.of(alike.get(0), alike.size() > 1 ? alike.get(alike.size() - 1) : -1);
    }

    /** Number of runs on the page. */
    public int runs() {
        return entries.size();
    }

    /**
     * Writes the page in UTF-8.
     *
     * @param out stays open
     */
    public void writePage(OutputStream out) throws IOException {
        out.write(new ExplorePage(this).html().getBytes(StandardCharsets.UTF_8));
    }

    /** An offer and the heading of its study. */
    private record Offered(String title, Offer offer) {}
}
