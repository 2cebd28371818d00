package org.mandelspark.study;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.output.BuildInfo;
import org.mandelspark.output.GreyPicture;
import org.mandelspark.output.OutputFormat;
import org.mandelspark.output.Picture;
import org.mandelspark.study.RenderRequest.Target;
import org.mandelspark.workload.GaussMap;

/** Draws the bifurcation diagram of the Gauss map: β to the right, x upwards. */
public final class GaussJob extends ArrayJob {
    private final GaussMap map;
    private final ArrayRequest request;

    /**
     * A job that has done nothing yet.
     *
     * @param map what is computed
     * @param request how, and what is written
     */
    public GaussJob(GaussMap map, ArrayRequest request) {
        super(map, map.kernel(), request);
        this.map = map;
        this.request = request;
    }

    @Override
    SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "alpha", String.valueOf(map.wanted().alpha()),
                "beta", map.betas().min() + "," + map.betas().max(),
                "size", size(),
                "skip", String.valueOf(map.wanted().skip()),
                "points", String.valueOf(map.wanted().points())));
    }

    @Override
    String sizeOptions() {
        return "--size " + size();
    }

    @Override
    double[] arranged(double[] cells) {
        return map.highestBinFirst(cells);
    }

    @Override
    int fileRows() {
        return map.rowCells();
    }

    @Override
    int fileColumns() {
        return map.rows();
    }

    @Override
    void requirePicture(OutputFormat format) {
        Picture.requireEncodable(format, fileColumns(), fileRows());
    }

    @Override
    void writePicture(Target target, double[] arranged, String checksum) throws IOException {
        GreyPicture picture = new GreyPicture(arranged, fileColumns(), fileRows());
        Map<String, String> facts = facts(checksum);
        if (target.format() == OutputFormat.PNG) {
            target.file().write(out -> picture.writePng(out, facts));
        } else {
            target.file().write(out -> picture.writeTiff(out, facts));
        }
    }

    /** The arranged cells, and what encoding a picture takes. */
    @Override
    long besideBytes(Place place) {
        long arranged = (long) fileRows() * fileColumns() * Double.BYTES;
        boolean hasPicture =
                request.targets().stream().anyMatch(target -> target.format().isPicture());
        return arranged + (hasPicture ? Picture.encodingBytes(fileColumns(), fileRows()) : 0);
    }

    private String size() {
        return fileColumns() + "x" + fileRows();
    }

    /** What a picture says of itself. */
    private Map<String, String> facts(String checksum) {
        SortedMap<String, String> facts = new TreeMap<>(Map.of(
                "Title",
                "Gauss map",
                "Software",
                "Mandelspark " + BuildInfo.current().version(),
                "Checksum",
                checksum));
        parameters().forEach((name, value) -> facts.put("Gauss " + name, value));
        return facts;
    }
}
