package org.mandelspark.study;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.output.BuildInfo;
import org.mandelspark.output.OutputFormat;
import org.mandelspark.output.Palette;
import org.mandelspark.output.Picture;
import org.mandelspark.study.JobRequest.Target;

/** Renders one view and writes what was asked for: the main job. */
public final class RenderJob extends Job<int[]> {
    private final View view;
    private final Palette palette;

    /**
     * A job that has done nothing yet.
     *
     * @param view what is rendered
     * @param interior which work the kernel may leave out
     * @param palette colours of pictures
     * @param request how, and what is written
     */
    public RenderJob(View view, Interior interior, Palette palette, JobRequest request) {
        super("render", new ViewSubject(view, KernelKind.NAIVE, interior), request);
        this.view = view;
        this.palette = palette;
    }

    @Override
    int fileRows() {
        return view.size().height();
    }

    @Override
    int fileColumns() {
        return view.size().width();
    }

    @Override
    void requirePicture(OutputFormat format) {
        Picture.requireEncodable(format, fileColumns(), fileRows());
    }

    @Override
    void writePicture(Target target, int[] counts, String checksum) throws IOException {
        Size size = view.size();
        Picture picture = new Picture(counts, size.width(), size.height(), view.maxIter(), palette);
        Map<String, String> facts = facts(checksum);
        if (target.format() == OutputFormat.PNG) {
            target.file().write(out -> picture.writePng(out, facts));
        } else {
            target.file().write(out -> picture.writeTiff(out, facts));
        }
    }

    /** What a picture says of itself. */
    private Map<String, String> facts(String checksum) {
        return new TreeMap<>(Map.of(
                "Title", view.name(),
                "Software", "Mandelspark " + BuildInfo.current().version(),
                "Formula", view.formula().label(),
                "Region", view.grid().region().toString(),
                "Size", view.size().toString(),
                "MaxIter", String.valueOf(view.maxIter()),
                "Palette", palette.name(),
                "Checksum", checksum));
    }
}
