package org.mandelspark.study;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.files.OutputFormat;
import org.mandelspark.grid.View;
import org.mandelspark.picture.GreyPicture;
import org.mandelspark.picture.Palette;
import org.mandelspark.picture.Picture;
import org.mandelspark.record.BuildInfo;
import org.mandelspark.workload.GaussProblem;
import org.mandelspark.workload.Problem;
import org.mandelspark.workload.ViewProblem;

/**
 * Pictures of the answer of a job.
 *
 * @param palette colours of escape counts, where there are any; densities are grey
 */
record JobPictures(Optional<Palette> palette) {
    /** Requires that a problem has a picture that the format can hold; throws IllegalArgumentException if not. */
    void require(Problem<?> problem, OutputFormat format) {
        if (!(problem instanceof ViewProblem) && !(problem instanceof GaussProblem)) {
            throw new IllegalArgumentException(
                    "a matrix is not a picture: --out takes .npy for it and .json for the run record, not ."
                            + format.extension());
        }
        Picture.requireEncodable(format, problem.fileColumns(), problem.fileRows());
    }

    /**
     * Writes the picture of cells that are in the order of files, with the parameters in its metadata.
     *
     * @throws IOException if the file cannot be written
     */
    void write(JobRequest.Target target, Problem<?> problem, Object cells, String checksum) throws IOException {
        SortedMap<String, String> details = new TreeMap<>(
                Map.of("Software", "Mandelspark " + BuildInfo.current().version(), "Checksum", checksum));
        if (problem instanceof ViewProblem shown) {
            View view = shown.view();
            Palette colours = palette.orElseThrow();
            details.put("Title", view.name());
            details.put("Formula", view.formula().label());
            details.put("Region", view.grid().region().toString());
            details.put("Size", view.size().toString());
            details.put("MaxIter", String.valueOf(view.maxIter()));
            details.put("Palette", colours.name());
            Picture picture =
                    new Picture((int[]) cells, view.size().width(), view.size().height(), view.maxIter(), colours);
            target.file()
                    .write(
                            target.format() == OutputFormat.PNG
                                    ? out -> picture.writePng(out, details)
                                    : out -> picture.writeTiff(out, details));
        } else if (problem instanceof GaussProblem gauss) {
            details.put("Title", "Gauss map");
            gauss.parameters().forEach((name, value) -> details.put("Gauss " + name, value));
            GreyPicture picture = new GreyPicture((double[]) cells, gauss.fileColumns(), gauss.fileRows());
            target.file()
                    .write(
                            target.format() == OutputFormat.PNG
                                    ? out -> picture.writePng(out, details)
                                    : out -> picture.writeTiff(out, details));
        }
    }
}
