package org.mandelspark.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.engine.SparkStart;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program that spark-submit starts. */
@Command(
        name = "mandelspark",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Renders escape-time fractals as a Spark job: the same pixels whatever computes them.",
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] COMMAND [OPTIONS]",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Options before the command are spark-submit's own, such as --master and --driver-memory;",
            "without them everything runs in this machine's cores.",
            "",
            "Example:",
            "  submit/mandelspark render --view mojo --out out/mojo.png"
        })
public final class Main implements Runnable {
    /** The job failed. */
    static final int FAILED = 1;

    /** The command line or a value in it is wrong. */
    static final int WRONG_INPUT = 2;

    /** Commands in the order of the help text. */
    private static final List<Class<?>> COMMANDS = List.of(
            RenderCommand.class,
            PyramidCommand.class,
            RecolourCommand.class,
            VerifyCommand.class,
            KernelsCommand.class,
            ScalingCommand.class,
            BalanceCommand.class,
            SimulateCommand.class,
            AnalyseCommand.class,
            GranularityCommand.class,
            ProfileCommand.class,
            ReportCommand.class,
            WordCountCommand.class,
            HostsCommand.class,
            GaussCommand.class,
            MatmulCommand.class,
            HelpCommand.class);

    /** Characters in the longest text that still counts as a message; a longer one is rather the content of a file. */
    private static final int LONGEST_MESSAGE = 2000;

    /** Commands that run one job and end. */
    private static final Set<String> SPARK_JOBS =
            Set.of("render", "pyramid", "recolour", "verify", "gauss", "matmul", "wordcount", "hosts");

    /** Words after which they will run it without Spark, or none. */
    private static final Pattern NO_SPARK = Pattern.compile("-h|--help|-V|--version|(--engine=)?(serial|threads)");

    @Spec
    private CommandSpec spec;

    /**
     * Runs a command and leaves with its status: 0 done, 1 the job failed or its results could not be printed, 2 the
     * command line is wrong; 141 if the reader of the results has closed the pipe, and 128 plus its number after a signal.
     *
     * @param args command and options
     */
    public static void main(String[] args) {
        // Plots are drawn into files; a display that is named but not there must not matter.
        System.setProperty("java.awt.headless", "true");
        if (willStartSpark(args)) {
            SparkStart.begin();
        }
        ResultStream results = new ResultStream(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(results, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = run(out, err, args);
        out.flush();
        status = results.statusAfter(status, err);
        err.flush();
        if (status != 0) {
            System.exit(status);
        }
    }

    /** A guess that nothing but time depends on. */
    private static boolean willStartSpark(String... args) {
        return args.length > 0
                && SPARK_JOBS.contains(args[0])
                && Arrays.stream(args).noneMatch(NO_SPARK.asMatchPredicate());
    }

    /** The same without leaving the process. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(CommandLine.defaultFactory(), out, err, args);
    }

    /** The same with commands made by someone else. */
    static int run(CommandLine.IFactory commands, PrintWriter terminal, PrintWriter errors, String... args) {
        PrintWriter out = new CleanWriter(terminal);
        PrintWriter err = new CleanWriter(errors);
        SparkLogging.setLevel(SparkLogging.Level.WARN);
        CommandLine commandLine = commandLine(commands, out, err, args);
        try {
            return commandLine.execute(args);
        } catch (OutOfMemoryError e) {
            boolean threads = String.valueOf(e.getMessage()).contains("native thread");
            err.println("mandelspark: out of memory (" + e.getMessage() + "): "
                    + (threads ? "ask for fewer --workers" : "raise it with --driver-memory before the command"));
            return FAILED;
        } catch (LinkageError e) {
            err.println("mandelspark: this Spark or Java does not fit this jar: " + e);
            return FAILED;
        }
    }

    /** Builds the parser that executes a command line. */
    static CommandLine commandLine(CommandLine.IFactory commands, PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine = new CommandLine(new Main(), commands);
        commandsFor(args).forEach(commandLine::addSubcommand);
        Converters.register(commandLine);
        return commandLine
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setExecutionStrategy(parsed -> {
                    GivenOptions.requireFullLists(called(parsed));
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setParameterExceptionHandler((e, ignored) -> wrongInput(e))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    err.println(command.getCommandSpec().qualifiedName() + ": " + reason(e));
                    if (parsed.hasMatchedOption(CommonOptions.VERBOSE)) {
                        e.printStackTrace(err);
                    }
                    return FAILED;
                });
    }

    /** The command that was called, or the program itself. */
    static CommandLine.ParseResult called(CommandLine.ParseResult parsed) {
        return parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    }

    /** The command that is called, if one is: reading the options of all of them takes longer than a small picture. */
    private static List<Class<?>> commandsFor(String... args) {
        Optional<String> name =
                Arrays.stream(args).filter(arg -> !arg.startsWith("-")).findFirst();
        return COMMANDS.stream()
                .filter(command -> name.filter(word -> isCalled(command.getAnnotation(Command.class), word))
                        .isPresent())
                .filter(command -> command != HelpCommand.class)
                .findFirst()
                .map(List::<Class<?>>of)
                .orElse(COMMANDS);
    }

    private static boolean isCalled(Command command, String word) {
        return command.name().equals(word) || List.of(command.aliases()).contains(word);
    }

    @Override
    public void run() {
        if (spec.commandLine().getParseResult().originalArgs().isEmpty()) {
            spec.commandLine().usage(spec.commandLine().getOut());
        } else {
            throw new ParameterException(spec.commandLine(), "a command is missing, known are " + known(spec));
        }
    }

    private static int wrongInput(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        String message = unknownCommand(e)
                .map(word -> word + " is not a command, known are " + known(command))
                .orElse(e.getMessage());
        e.getCommandLine().getErr().println(command.qualifiedName() + ": " + oneLine(message));
        return WRONG_INPUT;
    }

    /** The word in a command's place, also after help, if that is what is wrong. */
    private static Optional<String> unknownCommand(ParameterException e) {
        if (!(e.getCommandLine().getCommand() instanceof Main) || e.getArgSpec() != null) {
            return Optional.empty();
        }
        String word = e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().get(0)
                : e.getValue();
        return Optional.ofNullable(word).filter(given -> !given.startsWith("-"));
    }

    private static String known(CommandSpec program) {
        return program.subcommands().values().stream()
                .map(CommandLine::getCommandName)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.toString() : oneLine(e.getMessage());
    }

    private static String oneLine(String message) {
        String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + " …";
    }
}
