package org.mandelspark.output;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mandelspark.grid.Counted;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.View;

/** What a run computed, as its record tells it: the same for everyone who is to find the same answer. */
public sealed interface Problem {
    /** What people call it. */
    String name();

    /** The same with what it is, such as {@code view mojo}. */
    String title();

    /** Units of work, at least 1. */
    int rows();

    /** Cells in each, at least 1. */
    int rowCells();

    /** All of that in a few words, such as {@code view mojo, 4096x4096, at most 1,000 iterations}. */
    String told();

    /** The same problem under a name that follows from what decides its answer. */
    Problem unnamed();

    /** The same in as few words as a heading has room for. */
    default String caption() {
        return told();
    }

    /** The same in lines of a key and a value, in the order in which they are shown. */
    Map<String, String> facts();

    /** What the number of a row means, for axes. */
    String rowLabel();

    /** What an array of cells holds. */
    String cells();

    /**
     * A view: escape counts of points of the plane.
     *
     * @param name of the view
     * @param formula what is iterated
     * @param region the part of the plane
     * @param width columns
     * @param height rows
     * @param maxIter the count of points that never escape
     */
    record ViewPart(String name, String formula, Region region, int width, int height, int maxIter) implements Problem {
        /** The same view. */
        public static ViewPart of(View view) {
            return new ViewPart(
                    view.name(),
                    view.formula().label(),
                    view.grid().region(),
                    view.size().width(),
                    view.size().height(),
                    view.maxIter());
        }

        @Override
        public String title() {
            return "view " + name;
        }

        @Override
        public int rows() {
            return height;
        }

        @Override
        public int rowCells() {
            return width;
        }

        @Override
        public String told() {
            return "view " + shape();
        }

        @Override
        public Map<String, String> facts() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("view", shape());
            facts.put("formula", formula);
            facts.put("region", region.toString());
            return facts;
        }

        private String shape() {
            return String.format(
                    Locale.ROOT, "%s, %dx%d, at most %s", name, width, height, Counted.of(maxIter, "iteration"));
        }

        @Override
        public Problem unnamed() {
            return new ViewPart(formula, formula, region, width, height, maxIter);
        }

        @Override
        public String rowLabel() {
            return "row, from the least imaginary part";
        }

        @Override
        public String cells() {
            return "counts";
        }
    }

    /**
     * An array of doubles that depends on a few parameters.
     *
     * @param name what people call it: the workload
     * @param parameters what was computed, by the names of the command line's options
     * @param rows units of work; a file may have them as columns
     * @param rowCells cells in each
     */
    record ArrayPart(
            String name,
            SortedMap<String, String> parameters,
            int rows,
            @JsonProperty("row_cells") int rowCells) implements Problem {
        public ArrayPart {
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }

        @Override
        public String title() {
            return name;
        }

        @Override
        public String told() {
            return name + ": "
                    + parameters.entrySet().stream()
                            .map(parameter -> parameter.getKey() + " " + parameter.getValue())
                            .collect(Collectors.joining("; "));
        }

        @Override
        public String caption() {
            return name + ", " + rows + "x" + rowCells;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("workload", told());
        }

        @Override
        public Problem unnamed() {
            return this;
        }

        @Override
        public String rowLabel() {
            return "row";
        }

        @Override
        public String cells() {
            return "array";
        }
    }
}
