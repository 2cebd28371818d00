package org.mandelspark.picture.pyramid;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.mandelspark.files.ObjectFolder;

/**
 * The files of a pyramid.
 *
 * @param folder where they are
 * @param name of the picture, the last part of the folder's path
 */
public record PyramidFiles(ObjectFolder folder, String name) implements Serializable {
    /** The file that makes a folder a pyramid; written last. */
    public static final String MANIFEST = "manifest.json";

    /** The page to open. */
    public static final String PAGE = "index.html";

    /** The parameters of the pyramid, written first, so that a stopped run can be resumed. */
    public static final String PARAMETERS = "manifest/parameters.json";

    /** The distribution of the counts of the whole picture, if the colours follow from it. */
    public static final String HISTOGRAM = "manifest/histogram.json";

    /** The lists of blocks of counts that were stored before there were tiles. */
    public static final String COUNT_LISTS = "manifest/counts";

    /** The account of the run. */
    public static final String RUN = "run.json";

    /**
     * The files of a pyramid in a folder, whose last part is its name.
     *
     * @throws IllegalArgumentException if the path ends in no name
     */
    public static PyramidFiles in(ObjectFolder folder) {
        String path = folder.path().replaceFirst("/+$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (last.isBlank() || last.equals(".") || last.equals("..") || last.contains(":")) {
            throw new IllegalArgumentException("a pyramid needs a folder with a name");
        }
        return new PyramidFiles(folder, last);
    }

    /** Everything that a pyramid may have in its folder, what makes it one first. */
    public List<String> all() {
        List<String> all = new ArrayList<>(List.of(MANIFEST, PAGE, descriptor(), RUN, name + "_files", "manifest"));
        for (PixelArray array : PixelArray.values()) {
            all.add(array.file());
        }
        return List.copyOf(all);
    }

    /** Path of a tile. */
    public String tile(int level, int column, int row) {
        return name + "_files/" + level + "/" + column + "_" + row + ".png";
    }

    /** Path of the list of what a pass wrote of a block, written after it. */
    public static String list(Pyramid.Pass pass, int column, int row) {
        String folder = pass.source() == Pyramid.Source.COUNTED ? COUNT_LISTS : "manifest";
        return folder + "/" + pass.roots() + "_" + column + "_" + row + ".json";
    }

    /** Path of the description that Deep Zoom viewers read. */
    public String descriptor() {
        return name + ".dzi";
    }
}
