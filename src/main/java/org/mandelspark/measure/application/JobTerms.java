package org.mandelspark.measure.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a replay has to know of jobs, in milliseconds. A job begins {@code gap} after the last job that was over before it
 * began, so that jobs of several threads run side by side; and it is over {@code tail} after the last of its stages that were
 * over before it, or after its beginning.
 */
final class JobTerms {
    private final List<Job> jobs;
    private final int[] previous;
    private final double[] gap;
    private final double[] tail;
    private final List<List<Integer>> needs = new ArrayList<>();

    JobTerms(Application application) {
        jobs = application.jobs();
        previous = previous(jobs);
        gap = new double[jobs.size()];
        tail = new double[jobs.size()];
        Map<Integer, List<Integer>> byId = new HashMap<>();
        for (int stage = 0; stage < application.stages().size(); stage++) {
            byId.computeIfAbsent(application.stages().get(stage).id(), id -> new ArrayList<>())
                    .add(stage);
        }
        for (int number = 0; number < jobs.size(); number++) {
            Job job = jobs.get(number);
            gap[number] = job.submittedMs()
                    - (previous[number] < 0 ? 0 : jobs.get(previous[number]).endMs());
            List<Integer> needed = job.stageIds().stream()
                    .distinct()
                    .flatMap(id -> byId.getOrDefault(id, List.of()).stream())
                    .filter(stage -> application.stages().get(stage).submittedMs() >= job.submittedMs()
                            && application.stages().get(stage).completedMs() <= job.endMs())
                    .toList();
            needs.add(needed);
            long last = job.submittedMs();
            for (int stage : needed) {
                last = Math.max(last, application.stages().get(stage).completedMs());
            }
            tail[number] = job.endMs() - last;
        }
    }

    /** Of each job the last one that was over before it began, or −1. */
    private static int[] previous(List<Job> jobs) {
        List<Integer> byEnd = IntStream.range(0, jobs.size())
                .boxed()
                .sorted(Comparator.comparingLong(job -> jobs.get(job).endMs()))
                .toList();
        int[] previous = new int[jobs.size()];
        int last = -1;
        int next = 0;
        for (int job = 0; job < jobs.size(); job++) {
            while (next < byEnd.size()
                    && byEnd.get(next) < job
                    && jobs.get(byEnd.get(next)).endMs() <= jobs.get(job).submittedMs()) {
                last = byEnd.get(next++);
            }
            previous[job] = last;
        }
        return previous;
    }

    int size() {
        return jobs.size();
    }

    /** Its number in the log, by which Spark serves jobs; −1 for none. */
    int id(int job) {
        return job < 0 ? -1 : jobs.get(job).id();
    }

    /** The job after which it begins, or −1. */
    int previous(int job) {
        return previous[job];
    }

    /** Stages that must be over before it is. */
    List<Integer> needs(int job) {
        return needs.get(job);
    }

    double gapMs(int job) {
        return gap[job];
    }

    double tailMs(int job) {
        return tail[job];
    }
}
