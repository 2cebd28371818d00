package org.mandelspark.picture.pyramid;

import java.io.Serializable;
import java.util.Set;

/**
 * Choice of what a pass stores of the pixels that it computes.
 *
 * @param arrays their names
 * @param maxIter the count of pixels that never escape
 */
public record Stored(Set<PixelArray> arrays, int maxIter) implements Serializable {
    public Stored {
        arrays = Set.copyOf(arrays);
    }
}
