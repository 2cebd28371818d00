package org.mandelspark.study;

import java.io.IOException;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.pyramid.PixelArray;
import org.mandelspark.picture.pyramid.PixelStore;
import org.mandelspark.picture.pyramid.Pyramid;
import org.mandelspark.picture.pyramid.PyramidFiles;
import org.mandelspark.picture.pyramid.PyramidManifest;
import org.mandelspark.picture.pyramid.PyramidParameters;

/** A finished pyramid whose counts are stored, so that it can be coloured again. */
public final class StoredPyramid {
    private final PyramidFiles files;
    private final PyramidParameters parameters;

    /**
     * Looks into its folder.
     *
     * @throws IllegalArgumentException if there is no such pyramid, with the reason for people
     */
    public StoredPyramid(PyramidFiles files) {
        this.files = files;
        this.parameters = PyramidManifest.read(files).parameters();
        require(PixelArray.COUNTS, "--counts");
    }

    /**
     * Requires what a colouring needs.
     *
     * @throws IllegalArgumentException if it is not stored, with the option that would have stored it
     */
    public void requireFor(Colouring.Kind colouring) {
        switch (colouring) {
            case BANDS, HISTOGRAM -> {}
            case SMOOTH -> require(PixelArray.FRACTION, "--counts --colouring smooth");
        }
    }

    private void require(PixelArray array, String options) {
        if (!parameters.kept().contains(array)) {
            throw new IllegalArgumentException(
                    array.file() + " is not stored in it: 'pyramid " + options + "' would have stored it");
        }
        try {
            store().require(array);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** All that decides its pixels. */
    public PyramidParameters parameters() {
        return parameters;
    }

    PyramidFiles files() {
        return files;
    }

    PixelStore store() {
        return new PixelStore(files, parameters.problem().view(), parameters.tiling());
    }

    /** The pass that stored the counts. */
    Pyramid.Pass storedBy() {
        Pyramid pyramid = Pyramid.of(parameters.problem().view(), parameters.tiling());
        return switch (parameters.picture().colouring().kind()) {
            case BANDS, SMOOTH -> pyramid.passes().get(0);
            case HISTOGRAM -> pyramid.counting();
        };
    }
}
