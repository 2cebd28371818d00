package org.mandelspark.cli;

import java.io.Closeable;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.files.ObjectFolder;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.grid.Tiling;
import org.mandelspark.grid.View;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.pyramid.PyramidFiles;
import org.mandelspark.study.PyramidJob;
import org.mandelspark.study.PyramidRequest;
import org.mandelspark.study.PyramidResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pyramid}: one view of any size to tiles of all levels. */
@Command(
        name = "pyramid",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Renders a view of any size to a Deep Zoom pyramid: tiles of all levels, written by the executors, and a page"
                    + " that opens from the folder by a double click.",
            "Neither the driver nor a core ever holds the picture, so the file system alone limits its size."
        },
        sortOptions = false,
        defaultValueProvider = PyramidCommand.Defaults.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] pyramid [OPTIONS] --out DIR",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  submit/mandelspark pyramid --view mojo --size 32768 --out out/mojo",
            "  submit/mandelspark --master spark://host:7077 pyramid --size 1000000 --out hdfs:///pictures/large"
        })
final class PyramidCommand implements Callable<Integer> {
    static final class Defaults extends OptionDefaults {
        Defaults() {
            super(Map.of(
                    ViewOptions.VIEW,
                    "mojo",
                    EngineOptions.ENGINE,
                    "spark",
                    InteriorOptions.INTERIOR,
                    "proved",
                    ColouringOptions.COLOURING,
                    "smooth"));
        }
    }

    /** Words that mean the same to every shell. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,=+@%-]+");

    @Spec
    private CommandSpec spec;

    @Mixin
    private ViewOptions viewOptions;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder of the pyramid, on any Hadoop path.")
    private String out;

    @Option(
            names = "--tile",
            paramLabel = "N",
            defaultValue = "1024",
            description = "Side of a tile in pixels, even, 64 to 2048. Default: ${DEFAULT-VALUE}")
    private int tile;

    @Mixin
    private ColouringOptions colouringOptions;

    @Mixin
    private ForceOption force;

    @Option(
            names = "--resume",
            description = "Finish the pyramid in the folder: blocks of tiles that are there and intact are kept.")
    private boolean resume;

    @Mixin
    private InteriorOptions interiorOptions;

    @Mixin
    private KernelChoiceOption kernelOption;

    @Mixin
    private EngineOptions engineOptions;

    @Mixin
    private ScheduleOptions scheduleOptions;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws Exception {
        SparkLogging.setLevel(common.logLevel());
        PyramidRequest request;
        PyramidJob job;
        try {
            request = request();
            job = new PyramidJob(request);
            viewOptions.warnIfTooDeep();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        PyramidResult result;
        Closeable lock = lock(job);
        try (lock;
                RunReporter reporter = new RunReporter(spec.commandLine().getErr(), common)) {
            result = job.execute(reporter);
        }
        new PyramidSummary(request, result).print(spec.commandLine().getOut());
        return 0;
    }

    /** Looks at the folder before and after it is locked: a folder that is refused stays as it is. */
    private Closeable lock(PyramidJob job) {
        try {
            job.check();
            return StudyFolder.lock(out);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--out " + out + ": " + e.getMessage(), e);
        }
    }

    private PyramidRequest request() {
        View view = viewOptions.viewOfAnySize();
        if (resume) {
            force.requireNoResume();
        }
        return new PyramidRequest(
                view,
                tiling(view),
                colouring(),
                interiorOptions.interior(),
                kernelOption.kernel(),
                engineOptions.choice(),
                scheduleOptions.partitioning(),
                files(),
                folder(),
                command());
    }

    private Colouring colouring() {
        Colouring colouring = colouringOptions.colouring();
        if (colouring.kind() == Colouring.Kind.HISTOGRAM) {
            throw new IllegalArgumentException(ColouringOptions.COLOURING
                    + " histogram needs the counts of the whole picture, which nobody has here: take smooth or bands");
        }
        return colouring;
    }

    private Tiling tiling(View view) {
        try {
            return new Tiling(view.size(), tile);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--tile " + tile + ": " + e.getMessage(), e);
        }
    }

    /** The words of this call, quoted for a shell where that is needed. */
    private String command() {
        return "submit/mandelspark "
                + spec.commandLine().getParseResult().originalArgs().stream()
                        .map(word -> PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
    }

    private PyramidFiles files() {
        try {
            return PyramidFiles.in(new ObjectFolder(out));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--out " + out + ": " + e.getMessage(), e);
        }
    }

    private PyramidRequest.Folder folder() {
        if (resume) {
            return PyramidRequest.Folder.RESUME;
        }
        return switch (force.existing()) {
            case KEEP -> PyramidRequest.Folder.NEW;
            case REPLACE -> PyramidRequest.Folder.REPLACE;
        };
    }
}
