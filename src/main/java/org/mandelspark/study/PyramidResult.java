package org.mandelspark.study;

import java.util.List;
import org.mandelspark.picture.pyramid.PyramidManifest;
import org.mandelspark.record.Run;

/**
 * Result of writing a pyramid.
 *
 * @param run the account of the pass that computes
 * @param passes their checksums
 */
public record PyramidResult(Run run, List<PyramidManifest.PassEntry> passes) {
    public PyramidResult {
        passes = List.copyOf(passes);
    }

    /** Number of tiles of the pyramid. */
    public long tiles() {
        return passes.stream().mapToLong(PyramidManifest.PassEntry::tiles).sum();
    }
}
