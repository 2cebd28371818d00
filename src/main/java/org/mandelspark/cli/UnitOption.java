package org.mandelspark.cli;

import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Unit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that says what a schedule deals out. */
final class UnitOption {
    private static final String UNIT = "--unit";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = UNIT,
            paramLabel = "UNIT",
            defaultValue = "row",
            description = "What the schedule deals out: row, or a tile WxH such as 64x64, each computed in one go."
                    + " Default: ${DEFAULT-VALUE}")
    private Unit unit;

    /**
     * The unit asked for.
     *
     * @throws IllegalArgumentException if pictures of this size cannot be cut so, or the engine deals out nothing
     */
    Unit unit(Size size, EngineKind engine) {
        if (engine == EngineKind.SERIAL) {
            new GivenOptions(command)
                    .refuse(UNIT, "on engine serial, whose one worker shares nothing: take --engine threads or spark");
        }
        return requireFits(UNIT, unit, size);
    }

    /**
     * Requires that pictures of this size can be cut into such units.
     *
     * @param option that named it
     * @throws IllegalArgumentException if not, that names the option
     */
    static Unit requireFits(String option, Unit unit, Size size) {
        try {
            unit.cut(size.height(), size.width());
            return unit;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + " " + unit.label() + ": " + e.getMessage(), e);
        }
    }
}
