package org.mandelspark.study;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.output.BuildInfo;
import org.mandelspark.output.GreyPicture;
import org.mandelspark.output.OutputFormat;
import org.mandelspark.output.Picture;
import org.mandelspark.study.JobRequest.Target;

/** Draws the bifurcation diagram of the Gauss map: β to the right, x upwards. */
public final class GaussJob extends Job<double[]> {
    private final GaussSubject subject;

    /**
     * A job that has done nothing yet.
     *
     * @param subject what is computed
     * @param request how, and what is written
     */
    public GaussJob(GaussSubject subject, JobRequest request) {
        super(GaussSubject.NAME, subject, request);
        this.subject = subject;
    }

    @Override
    int fileRows() {
        return subject.workload().rowCells();
    }

    @Override
    int fileColumns() {
        return subject.workload().rows();
    }

    @Override
    void requirePicture(OutputFormat format) {
        Picture.requireEncodable(format, fileColumns(), fileRows());
    }

    @Override
    void writePicture(Target target, double[] densities, String checksum) throws IOException {
        GreyPicture picture = new GreyPicture(densities, fileColumns(), fileRows());
        Map<String, String> facts = facts(checksum);
        if (target.format() == OutputFormat.PNG) {
            target.file().write(out -> picture.writePng(out, facts));
        } else {
            target.file().write(out -> picture.writeTiff(out, facts));
        }
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
        subject.problem().parameters().forEach((name, value) -> facts.put("Gauss " + name, value));
        return facts;
    }
}
