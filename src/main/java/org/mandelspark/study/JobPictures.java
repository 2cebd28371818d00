package org.mandelspark.study;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.OutputFormat;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.GreyPicture;
import org.mandelspark.picture.Picture;
import org.mandelspark.record.BuildInfo;
import org.mandelspark.workload.Problem;

/**
 * Pictures of the answer of a job.
 *
 * @param colouring colours of escape counts, where there are any; densities are grey
 */
record JobPictures(Optional<Colouring> colouring) {
    /** Requires that a problem has a picture that the format can hold; throws IllegalArgumentException if not. */
    void require(Problem<?> problem, OutputFormat format) {
        if (problem.imagery() == Problem.Imagery.NONE) {
            throw new IllegalArgumentException(
                    "a matrix is not a picture: --out takes .npy for it and .json for the run record, not ."
                            + format.extension());
        }
        Picture.requireEncodable(format, kind(), problem.fileColumns(), problem.fileRows());
    }

    private Colouring.Kind kind() {
        return colouring.map(Colouring::kind).orElse(Colouring.Kind.HISTOGRAM);
    }

    /** Heap that encoding the picture takes at most, beyond the cells, in bytes. */
    long encodingBytes(Problem<?> problem, OutputFormat format) {
        return Picture.encodingBytes(format, kind(), problem.fileColumns(), problem.fileRows());
    }

    /**
     * Writes the picture of cells that are in the order of files, with the parameters in its metadata.
     *
     * @throws IOException if the file cannot be written
     */
    void write(JobRequest.Target target, Problem<?> problem, Object cells, String checksum) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>(problem.pictureTexts());
        texts.put("Software", "Mandelspark " + BuildInfo.current().version());
        texts.put("Checksum", checksum);
        boolean isPng = target.format() == OutputFormat.PNG;
        OutputFile.Content content = switch (problem.imagery()) {
            case COUNTS -> {
                texts.putAll(colouring.orElseThrow().details());
                Picture picture = Picture.of(problem.shown().orElseThrow(), colouring.orElseThrow(), (int[]) cells);
                yield isPng ? out -> picture.writePng(out, texts) : out -> picture.writeTiff(out, texts);
            }
            case DENSITIES -> {
                GreyPicture picture = new GreyPicture((double[]) cells, problem.fileColumns(), problem.fileRows());
                yield isPng ? out -> picture.writePng(out, texts) : out -> picture.writeTiff(out, texts);
            }
            case NONE -> throw new IllegalArgumentException(problem.describe() + " has no picture");
        };
        target.file().write(content);
    }
}
