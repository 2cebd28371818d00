package org.mandelspark.report;

import java.util.Base64;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import org.mandelspark.study.CountsSample;
import org.mandelspark.workload.Problem;

/**
 * A problem's array of cells as a page shows it to whoever points at it.
 *
 * @param title what it is, in few words
 * @param firstRow {@code bottom} or {@code top}: where a picture of it has its first row
 * @param least iterations of a cell that have the first colour
 * @param most those that have the last
 * @param width pixels in a row of the picture, 0 if nobody knows what each cell costs
 * @param height rows of the picture
 * @param levels index of each pixel's colour, a byte each in Base64, the first row of the array first
 */
record ExploredPicture(String title, String firstRow, double least, double most, int width, int height, String levels) {
    /** More would not be seen at the side of a timeline. */
    private static final int MOST_PIXELS = 400;

    /** A picture of counts. */
    static ExploredPicture of(Problem<?> problem, CountsSample sample) {
        CostColours colours = CostColours.of(sample);
        int width = Math.min(MOST_PIXELS, sample.points().width());
        int height = Math.min(MOST_PIXELS, sample.points().height());
        return new ExploredPicture(
                problem.caption(),
                firstRow(problem),
                colours.least(),
                colours.most(),
                width,
                height,
                Base64.getEncoder().encodeToString(colours.levels(sample, width, height)));
    }

    /** Where only the costs of chunks are known: they become its picture. */
    static ExploredPicture of(Problem<?> problem, DoubleSummaryStatistics iterationsPerCell) {
        CostColours colours = CostColours.of(iterationsPerCell);
        return new ExploredPicture(problem.caption(), firstRow(problem), colours.least(), colours.most(), 0, 0, "");
    }

    /** A picture from a sample, if there is one, or else from what chunks cost. */
    static ExploredPicture of(
            Problem<?> problem, Optional<CountsSample> sample, DoubleSummaryStatistics iterationsPerCell) {
        return sample.map(counts -> of(problem, counts)).orElseGet(() -> of(problem, iterationsPerCell));
    }

    /** Imaginary parts grow upwards; rows of other arrays are written from top to bottom. */
    private static String firstRow(Problem<?> problem) {
        return problem.shown().isPresent() ? "bottom" : "top";
    }
}
