package org.mandelspark.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.Arithmetic;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Unit;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.Palette;
import org.mandelspark.picture.PictureParameters;
import org.mandelspark.picture.PictureTexts;
import org.mandelspark.report.Traces;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.Grain;
import org.mandelspark.study.KernelChoice;
import org.mandelspark.study.ScalingRequest;
import org.mandelspark.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Converters from the texts of the command line to values; the message of a value's own parser about a wrong one
 * reaches the user.
 */
final class Converters {
    private static final double NANOS = 1e9;

    private Converters() {}

    /** Teaches a command line, and its commands, the types of this program; any whole number is at least 1. */
    static void register(CommandLine commandLine) {
        register(commandLine, View.class, Views::find);
        register(commandLine, Formula.class, Formula::parse);
        register(commandLine, Frame.class, Frame::bounds);
        register(commandLine, Size.class, Size::parse);
        register(commandLine, Unit.class, Unit::parse);
        register(commandLine, GaussOptions.Ends.class, GaussOptions.Ends::parse);
        register(commandLine, WorkloadKind.class, WorkloadKind::parse);
        register(commandLine, KernelKind.class, KernelKind::parse);
        register(commandLine, Arithmetic.class, Arithmetic::parse);
        register(commandLine, KernelChoice.class, KernelChoice::parse);
        register(commandLine, Interior.class, Interior::parse);
        register(commandLine, EngineKind.class, EngineKind::parse);
        register(commandLine, Grain.class, Grain::parse);
        register(commandLine, Traces.class, Traces::parse);
        register(commandLine, ScalingRequest.Mode.class, ScalingRequest.Mode::parse);
        register(commandLine, Schedule.class, Schedule::parse);
        register(commandLine, Palette.class, Palettes::find);
        register(commandLine, PictureParameters.class, Converters::picture);
        register(commandLine, Colouring.Kind.class, Colouring.Kind::parse);
        register(commandLine, double.class, Converters::number);
        register(commandLine, Duration.class, Converters::seconds);
        register(commandLine, Integer.class, text -> wholeNumber(text, 1));
        register(commandLine, int.class, text -> wholeNumber(text, 1));
    }

    private static <T> void register(CommandLine commandLine, Class<T> type, Function<String, T> parser) {
        commandLine.registerConverter(type, text -> convert(parser, text));
    }

    /** Hands the parser's message to picocli, which puts the option's name before it. */
    private static <T> T convert(Function<String, T> parser, String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** Words as they are counted. */
    static final class ToWord implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return Converters.convert(Words::parse, text);
        }
    }

    /** Whole numbers from 0 to 2³¹ − 1. */
    static final class ToCount implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return Converters.convert(number -> wholeNumber(number, 0), text);
        }
    }

    /** Numbers of cycles of a palette. */
    static final class ToCycles implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return Converters.convert(number -> wholeNumber(number, 1, Colouring.MOST_CYCLES), text);
        }
    }

    /** Numbers of points on a side of a pixel. */
    static final class ToSamples implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return Converters.convert(number -> wholeNumber(number, 1, PictureParameters.MOST_SAMPLES), text);
        }
    }

    /** The parameters of a picture in a file. */
    private static PictureParameters picture(String path) {
        Map<String, String> texts = PictureTexts.read(path);
        if (!texts.getOrDefault("Software", "").startsWith("Mandelspark ")) {
            throw new IllegalArgumentException(path + " was not written by Mandelspark, or its metadata is lost");
        }
        try {
            return PictureParameters.of(texts);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
        }
    }

    /** Positive numbers of seconds, up to a day. */
    private static Duration seconds(String text) {
        try {
            double seconds = Double.parseDouble(text.strip());
            if (seconds > 0 && seconds <= Duration.ofDays(1).toSeconds()) {
                return Duration.ofNanos(Math.max(1, Math.round(NANOS * seconds)));
            }
        } catch (NumberFormatException e) {
            // Said below, for these and for numbers out of range alike.
        }
        throw new IllegalArgumentException(
                "a positive number of seconds, at most a day, is needed, not '" + text + "'");
    }

    private static Double number(String text) {
        try {
            return Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a number is needed, not '" + text + "'", e);
        }
    }

    private static Integer wholeNumber(String text, int least) {
        return wholeNumber(text, least, Integer.MAX_VALUE);
    }

    private static Integer wholeNumber(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, for these and for numbers out of range alike.
        }
        throw new IllegalArgumentException(
                "a whole number from " + least + " to " + most + " is needed, not '" + text + "'");
    }

    /** Names of views for the help text; looked up only when that is shown, because it means to open the jar. */
    static final class ViewNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Views.names().iterator();
        }
    }

    /** Names of palettes for the help text. */
    static final class PaletteNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        PaletteNames() {
            super(List.copyOf(Palette.names()));
        }
    }
}
