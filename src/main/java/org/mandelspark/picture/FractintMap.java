package org.mandelspark.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Colour maps of Fractint ({@code .map}) as palettes: a line is red, green and blue from 0 to 255, and perhaps a comment. Maps
 * of fewer than 256 colours are stretched, with colours between.
 */
final class FractintMap {
    private static final Pattern COLOUR = Pattern.compile("\\s*(\\d{1,3})[\\s,]+(\\d{1,3})[\\s,]+(\\d{1,3})(?:\\D.*)?");
    private static final int LEAST = 2;
    private static final int MOST_LIGHT = 255;

    private FractintMap() {}

    /**
     * The colours of a file.
     *
     * @throws IllegalArgumentException that says what is wrong with it
     */
    static List<Integer> parse(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() < LEAST || lines.size() > Palette.SIZE) {
            throw new IllegalArgumentException("a Fractint map has from " + LEAST + " to " + Palette.SIZE
                    + " colours, one a line, not " + lines.size());
        }
        List<int[]> colours = lines.stream().map(FractintMap::colour).toList();
        List<Integer> stretched = new ArrayList<>(Palette.SIZE);
        for (int i = 0; i < Palette.SIZE; i++) {
            double place = i * (colours.size() - 1.0) / (Palette.SIZE - 1);
            int[] one = colours.get((int) place);
            int[] next = colours.get(Math.min((int) place + 1, colours.size() - 1));
            int rgb = 0;
            for (int channel = 0; channel < one.length; channel++) {
                rgb = rgb << 8
                        | (int) Math.round(one[channel] + (place - (int) place) * (next[channel] - one[channel]));
            }
            stretched.add(rgb);
        }
        return stretched;
    }

    private static int[] colour(String line) {
        Matcher form = COLOUR.matcher(line);
        int[] channels = new int[3];
        boolean isColour = form.matches();
        for (int i = 0; isColour && i < channels.length; i++) {
            channels[i] = Integer.parseInt(form.group(i + 1));
            isColour = channels[i] <= MOST_LIGHT;
        }
        if (!isColour) {
            String shown = line.length() <= 40 ? line : line.substring(0, 40) + " …";
            throw new IllegalArgumentException(
                    "a colour of a Fractint map is three numbers from 0 to 255, not '" + shown.strip() + "'");
        }
        return channels;
    }
}
