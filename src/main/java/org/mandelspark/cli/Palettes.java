package org.mandelspark.cli;

import org.mandelspark.files.InputFile;
import org.mandelspark.picture.Palette;

/** The palettes that {@code --palette} knows by name, and those in files. */
final class Palettes {
    private Palettes() {}

    /**
     * The palette of a name, or of a file if this is a path that ends with {@code .ggr} or {@code .map}.
     *
     * @throws IllegalArgumentException that lists the known palettes, or says what is wrong with the file
     */
    static Palette find(String nameOrPath) {
        if (Palette.isFile(nameOrPath)) {
            String text = InputFile.text(nameOrPath);
            try {
                return Palette.ofFile(nameOrPath.substring(nameOrPath.lastIndexOf('/') + 1), text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(nameOrPath + ": " + e.getMessage(), e);
            }
        }
        if (nameOrPath.contains("/")) {
            throw new IllegalArgumentException(
                    "a palette file is a GIMP gradient (.ggr) or a Fractint map (.map), not '" + nameOrPath + "'");
        }
        return Palette.named(nameOrPath);
    }
}
