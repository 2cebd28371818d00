package org.mandelspark.picture.pyramid;

import java.util.Arrays;
import org.mandelspark.files.ZarrArray;
import org.mandelspark.grid.Tiling;

/** Arrays of what the pixels of a pyramid's top level are coloured by: chunks are tiles, and row 0 is the top row. */
public enum PixelArray {
    /** Escape counts. */
    COUNTS("counts.zarr", ZarrArray.Type.INT32),
    /** The fractions that counts round off, see {@link org.mandelspark.kernel.FractionKernel}. */
    FRACTION("fraction.zarr", ZarrArray.Type.UINT16);

    private final String file;
    private final ZarrArray.Type type;

    PixelArray(String file, ZarrArray.Type type) {
        this.file = file;
        this.type = type;
    }

    /** The name of its folder. */
    public String file() {
        return file;
    }

    /** The array of a name. */
    static PixelArray parse(String file) {
        return Arrays.stream(values())
                .filter(array -> array.file.equals(file))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a pyramid has no array '" + file + "'"));
    }

    /** The array of a pyramid. */
    public ZarrArray in(PyramidFiles files, Tiling tiling) {
        return new ZarrArray(
                files.folder(), file, tiling.size().height(), tiling.size().width(), tiling.tile(), type);
    }
}
