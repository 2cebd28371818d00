package org.mandelspark.picture;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.grid.Arithmetic;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.PlainText;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.picture.Colouring.Direction;
import org.mandelspark.picture.Colouring.Kind;

/**
 * All that decides the pixels of a picture of escape counts, and its form as texts in the metadata of the picture.
 *
 * <p>A pixel is the mean, in linear light, of {@code samples} times {@code samples} pixels of the picture of {@link #points},
 * which is so many times as wide and as high: see {@link LinearLight}.
 *
 * @param view what is shown, with the size of the picture
 * @param colouring colours of counts
 * @param samples points on a side of a pixel, from 1 to {@value #MOST_SAMPLES}
 */
public record PictureParameters(View view, Colouring colouring, int samples) {
    /** Beyond, nothing changes that eight bits could show. */
    public static final int MOST_SAMPLES = 16;

    private static final String TITLE = "Title";
    private static final String FORMULA = "Formula";
    private static final String REGION = "Region";
    private static final String CENTER = "Center";
    private static final String WIDTH = "Width";
    private static final String ZOOM = "Zoom";
    private static final String ARITHMETIC = "Arithmetic";
    private static final String SIZE = "Size";
    private static final String MAX_ITER = "MaxIter";
    private static final String SAMPLES = "Samples";
    private static final String COLOURING = "Colouring";
    private static final String PALETTE = "Palette";
    private static final String PALETTE_COLOURS = "PaletteColours";
    private static final String DIRECTION = "Direction";
    private static final String CYCLE = "Cycle";
    private static final String OFFSET = "Offset";

    public PictureParameters {
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new IllegalArgumentException(
                    "a pixel can have from 1 to " + MOST_SAMPLES + " samples on a side, not " + samples);
        }
    }

    /**
     * The view of the points whose counts are computed.
     *
     * @throws IllegalArgumentException if a side would be longer than any size may be
     */
    public View points() {
        return samples == 1 ? view : view.enlarged(samples);
    }

    /** The form of pixels, by the number of colours. */
    public PixelForm form() {
        return samples == 1 && colouring.kind() != Kind.SMOOTH ? PixelForm.INDEXED : PixelForm.RGB;
    }

    /** The texts by keyword; those of a colouring that have their default are left out, but for the palette. */
    public SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>(Map.of(
                TITLE, view.name(),
                FORMULA, view.formula().label(),
                SIZE, view.size().toString(),
                MAX_ITER, String.valueOf(view.maxIter()),
                PALETTE, colouring.palette().name()));
        if (view.frame() instanceof Frame.Bounds bounds) {
            texts.put(REGION, bounds.text());
        } else if (view.frame() instanceof Frame.Centred centred) {
            texts.put(CENTER, centred.center());
            texts.put(
                    switch (centred.reach()) {
                        case WIDTH -> WIDTH;
                        case ZOOM -> ZOOM;
                    },
                    centred.amount());
            view.frame().findRegion(view.size()).ifPresent(region -> texts.put(REGION, region.toString()));
        }
        putUnless(Arithmetic.AUTO.label(), ARITHMETIC, view.arithmetic().label(), texts);
        if (!Palette.names().contains(colouring.palette().name())) {
            texts.put(PALETTE_COLOURS, colouring.palette().digits());
        }
        Colouring plain = Colouring.of(colouring.palette());
        putUnless(plain.kind().label(), COLOURING, colouring.kind().label(), texts);
        putUnless(label(plain.direction()), DIRECTION, label(colouring.direction()), texts);
        putUnless(String.valueOf(plain.cycles()), CYCLE, String.valueOf(colouring.cycles()), texts);
        putUnless(String.valueOf(plain.offset()), OFFSET, String.valueOf(colouring.offset()), texts);
        putUnless("1", SAMPLES, String.valueOf(samples), texts);
        // A TIFF has a text on each line.
        texts.replaceAll((key, text) -> text.replaceAll("\\R", " "));
        return texts;
    }

    private static void putUnless(String usual, String key, String value, Map<String, String> texts) {
        if (!value.equals(usual)) {
            texts.put(key, value);
        }
    }

    /**
     * The parameters that the texts of a picture state.
     *
     * @throws IllegalArgumentException that says which of them is missing or wrong
     */
    public static PictureParameters of(Map<String, String> texts) {
        View view = new View(
                required(TITLE, texts),
                Formula.parse(required(FORMULA, texts)),
                frame(texts),
                Size.parse(required(SIZE, texts)),
                wholeNumber(MAX_ITER, required(MAX_ITER, texts)),
                Arithmetic.parse(texts.getOrDefault(ARITHMETIC, Arithmetic.AUTO.label())));
        String name = PlainText.visible(required(PALETTE, texts));
        Palette palette = texts.containsKey(PALETTE_COLOURS)
                ? Palette.ofDigits(name, texts.get(PALETTE_COLOURS))
                : Palette.named(name);
        Colouring plain = Colouring.of(palette);
        Colouring colouring = new Colouring(
                Kind.parse(texts.getOrDefault(COLOURING, plain.kind().label())),
                palette,
                direction(texts.getOrDefault(DIRECTION, label(plain.direction()))),
                optional(CYCLE, texts).orElse(plain.cycles()),
                offset(texts.getOrDefault(OFFSET, String.valueOf(plain.offset()))));
        return new PictureParameters(view, colouring, optional(SAMPLES, texts).orElse(1));
    }

    private static Frame frame(Map<String, String> texts) {
        if (texts.containsKey(ZOOM)) {
            return Frame.zoomed(required(CENTER, texts), required(ZOOM, texts));
        }
        return texts.containsKey(CENTER) || texts.containsKey(WIDTH)
                ? Frame.centred(required(CENTER, texts), required(WIDTH, texts))
                : Frame.bounds(required(REGION, texts));
    }

    private static String required(String key, Map<String, String> texts) {
        if (!texts.containsKey(key)) {
            throw new IllegalArgumentException("its metadata has no '" + key
                    + "': only pictures that 'render' wrote, of a version that states this, can be made again");
        }
        return texts.get(key);
    }

    private static Optional<Integer> optional(String key, Map<String, String> texts) {
        return Optional.ofNullable(texts.get(key)).map(text -> wholeNumber(key, text));
    }

    private static int wholeNumber(String key, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + key + "' must be a whole number, not '" + text + "'", e);
        }
    }

    private static double offset(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + OFFSET + "' must be a number, not '" + text + "'", e);
        }
    }

    private static String label(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static Direction direction(String text) {
        for (Direction direction : Direction.values()) {
            if (label(direction).equals(text)) {
                return direction;
            }
        }
        throw new IllegalArgumentException("'" + DIRECTION + "' is forward or inverted, not '" + text + "'");
    }
}
