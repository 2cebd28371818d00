package org.mandelspark.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.picture.Palette;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.Grain;
import org.mandelspark.study.KernelChoice;
import org.mandelspark.study.ScalingRequest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From the texts of the command line to values; what a value's own parser says of a wrong one reaches the user. */
final class Converters {
    private Converters() {}

    /** Hands the parser's message to picocli, which puts the option's name before it. */
    abstract static class Converter<T> implements ITypeConverter<T> {
        private final Function<String, T> parser;

        Converter(Function<String, T> parser) {
            this.parser = parser;
        }

        @Override
        public T convert(String text) {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    static final class ToView extends Converter<View> {
        ToView() {
            super(Views::find);
        }
    }

    static final class ToFormula extends Converter<Formula> {
        ToFormula() {
            super(Formula::parse);
        }
    }

    static final class ToBounds extends Converter<Frame> {
        ToBounds() {
            super(Frame::bounds);
        }
    }

    static final class ToSize extends Converter<Size> {
        ToSize() {
            super(Size::parse);
        }
    }

    static final class ToWorkload extends Converter<WorkloadKind> {
        ToWorkload() {
            super(WorkloadKind::parse);
        }
    }

    static final class ToKernel extends Converter<KernelKind> {
        ToKernel() {
            super(KernelKind::parse);
        }
    }

    static final class ToKernelChoice extends Converter<KernelChoice> {
        ToKernelChoice() {
            super(KernelChoice::parse);
        }
    }

    static final class ToInterior extends Converter<Interior> {
        ToInterior() {
            super(Interior::parse);
        }
    }

    static final class ToEngine extends Converter<EngineKind> {
        ToEngine() {
            super(EngineKind::parse);
        }
    }

    static final class ToGrain extends Converter<Grain> {
        ToGrain() {
            super(Grain::parse);
        }
    }

    static final class ToMode extends Converter<ScalingRequest.Mode> {
        ToMode() {
            super(ScalingRequest.Mode::parse);
        }
    }

    static final class ToSchedule extends Converter<Schedule> {
        ToSchedule() {
            super(Schedule::parse);
        }
    }

    static final class ToPalette extends Converter<Palette> {
        ToPalette() {
            super(Palette::named);
        }
    }

    /** Whole numbers from 1 to 2³¹ − 1. */
    static final class ToPositive extends Converter<Integer> {
        ToPositive() {
            super(text -> wholeNumber(text, 1));
        }
    }

    /** Whole numbers from 0 to 2³¹ − 1. */
    static final class ToCount extends Converter<Integer> {
        ToCount() {
            super(text -> wholeNumber(text, 0));
        }
    }

    /** Positive numbers of seconds, up to a day. */
    static final class ToSeconds extends Converter<Duration> {
        private static final double NANOS = 1e9;

        ToSeconds() {
            super(ToSeconds::parse);
        }

        private static Duration parse(String text) {
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
    }

    private static Integer wholeNumber(String text, int least) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, for these and for numbers out of range alike.
        }
        throw new IllegalArgumentException(
                "a whole number from " + least + " to " + Integer.MAX_VALUE + " is needed, not '" + text + "'");
    }

    /** For the help text; looked for only when that is shown, as it means to open the jar. */
    static final class ViewNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Views.names().iterator();
        }
    }

    /** For the help text. */
    static final class PaletteNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        PaletteNames() {
            super(List.copyOf(Palette.names()));
        }
    }
}
