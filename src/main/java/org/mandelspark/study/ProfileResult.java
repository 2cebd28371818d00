package org.mandelspark.study;

import java.time.Duration;
import java.util.List;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.measure.Hotspot;
import org.mandelspark.record.Environment;

/**
 * Distribution of the time of a run over methods.
 *
 * @param request what was asked for
 * @param workers chunks computed at once
 * @param methods what computed the chunks
 * @param environment where it ran
 * @param runs number of runs sampled
 * @param wall what they took in all, from calls to stitched arrays
 * @param iterations of one run
 * @param checksum of its cells
 * @param samples stacks of running Java methods that were taken
 * @param hotspots all methods met, most self samples first
 */
public record ProfileResult(
        ProfileRequest request,
        WorkerCount workers,
        List<String> methods,
        Environment environment,
        int runs,
        Duration wall,
        long iterations,
        String checksum,
        int samples,
        List<Hotspot> hotspots) {
    public ProfileResult {
        methods = List.copyOf(methods);
        hotspots = List.copyOf(hotspots);
    }
}
