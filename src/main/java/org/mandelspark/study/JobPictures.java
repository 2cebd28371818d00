package org.mandelspark.study;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.files.NpyFile;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.OutputFormat;
import org.mandelspark.picture.GreyPicture;
import org.mandelspark.picture.Picture;
import org.mandelspark.picture.PictureParameters;
import org.mandelspark.picture.PixelForm;
import org.mandelspark.record.BuildInfo;
import org.mandelspark.workload.ExactCounts;
import org.mandelspark.workload.Problem;
import org.mandelspark.workload.TierCells;

/**
 * Pictures of the answer of a job.
 *
 * @param parameters of pictures of escape counts, where there are any; densities are grey
 */
record JobPictures(Optional<PictureParameters> parameters) {
    /** Requires that a problem has a picture that the format can hold; throws IllegalArgumentException if not. */
    void require(Problem<?> problem, OutputFormat format) {
        if (problem.imagery() == Problem.Imagery.NONE) {
            throw new IllegalArgumentException(
                    "a matrix is not a picture: --out takes .npy for it and .json for the run record, not ."
                            + format.extension());
        }
        Picture.requireEncodable(format, form(), width(problem), height(problem));
    }

    private PixelForm form() {
        return parameters.map(PictureParameters::form).orElse(PixelForm.GREY);
    }

    private int width(Problem<?> problem) {
        return parameters.map(asked -> asked.view().size().width()).orElse(problem.fileColumns());
    }

    private int height(Problem<?> problem) {
        return parameters.map(asked -> asked.view().size().height()).orElse(problem.fileRows());
    }

    /** The options that decide how large the work is, for messages. */
    String sizeOptions(Problem<?> problem) {
        return parameters
                .filter(asked -> asked.samples() > 1)
                .map(asked -> "--size " + asked.view().size() + " --samples " + asked.samples())
                .orElse(problem.sizeOptions());
    }

    /** Heap that encoding the picture takes at most, beyond the cells, in bytes. */
    long encodingBytes(Problem<?> problem, OutputFormat format) {
        return Picture.encodingBytes(format, form(), width(problem), height(problem));
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
            case COUNTS, EXACT_COUNTS -> {
                texts.putAll(parameters.orElseThrow().texts());
                Picture picture = cells instanceof ExactCounts exact
                        ? Picture.of(parameters.orElseThrow(), exact)
                        : Picture.of(parameters.orElseThrow(), (int[]) cells);
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

    /**
     * Writes what proved each count.
     *
     * @throws IOException if the file cannot be written
     */
    void writeTiers(JobRequest.Target target, ExactCounts cells, Problem<?> problem) throws IOException {
        int columns = problem.fileColumns();
        int rows = problem.fileRows();
        if (target.format() == OutputFormat.TIERS_NPY) {
            target.file().write(out -> NpyFile.write(new TierCells(), cells.tiers(), rows, columns, out));
        } else {
            target.file().write(out -> Picture.ofTiers(cells, columns, rows).writePng(out, Map.of()));
        }
    }
}
