package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.files.Documents;
import org.mandelspark.files.OutputFile;
import org.mandelspark.grid.Counted;
import org.mandelspark.report.WordCountTable;
import org.mandelspark.study.WordCountJob;
import org.mandelspark.study.WordCountRequest;
import org.mandelspark.study.WordCountResult;
import org.mandelspark.workload.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wordcount}: how often words occur in documents. */
@Command(
        name = "wordcount",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Counts the words of documents: runs of Unicode letters and digits, composed (NFC) and in lower case.",
            "Equal counts are in the order of their code points."
        },
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] wordcount PATH... [OPTIONS]",
        descriptionHeading = "%n",
        parameterListHeading = "%nDocuments:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  submit/mandelspark wordcount README.md --top 5 --out out/counts.tsv",
            "  submit/mandelspark wordcount books/ 'more/*.txt.gz' --word Café --out out/cafe.tsv",
            "  submit/yarn wordcount hdfs:///books --out hdfs:///counts.tsv"
        })
final class WordCountCommand implements Callable<Integer> {
    private static final String EXTENSION = ".tsv";

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files in UTF-8, compressed ones (.gz, .bz2) too, folders with all below them, or patterns"
                    + " such as 'a*.txt', on any Hadoop path. A file counts once. Names that begin with . or _ are"
                    + " left out.")
    private List<String> paths;

    @Option(names = "--word", paramLabel = "W", description = "Count this word only: in all, and in each document.")
    private String word;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "20",
            description = "Number of counts shown; the file has all. Default: ${DEFAULT-VALUE}")
    private int top;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "A .tsv file of all counts, on any Hadoop path: word or document, tab, count.")
    private String out;

    @Mixin
    private ForceOption force;

    @Mixin
    private SparkOptions sparkOptions;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws Exception {
        SparkLogging.setLevel(common.logLevel());
        WordCountJob job;
        try {
            job = new WordCountJob(request());
            checkOut(job);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        PrintWriter err = spec.commandLine().getErr();
        WordCountResult result = job.execute(engine -> EngineNotes.print(engine, err));
        print(result);
        warn(result, err);
        if (out == null) {
            err.println("nothing was written: --out counts.tsv would do");
        }
        return 0;
    }

    private WordCountRequest request() {
        Optional<String> parsed = Optional.empty();
        if (word != null) {
            try {
                parsed = Optional.of(Words.parse(word));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--word: " + e.getMessage(), e);
            }
        }
        return new WordCountRequest(documents(), parsed, file(), top, sparkOptions.workers(), sparkOptions.web());
    }

    private Documents documents() {
        try {
            return Documents.find(paths);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("PATH: " + e.getMessage(), e);
        }
    }

    private Optional<OutputFile> file() {
        if (out == null) {
            force.requireAbsent();
            return Optional.empty();
        }
        if (!out.toLowerCase(Locale.ROOT).endsWith(EXTENSION)) {
            throw new IllegalArgumentException("--out " + out + ": a file that ends with " + EXTENSION + " is needed");
        }
        return Optional.of(OutputFile.of(out, force.existing()));
    }

    private void checkOut(WordCountJob job) {
        try {
            job.check();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--out " + out + ": " + e.getMessage(), e);
        }
    }

    private void print(WordCountResult result) {
        PrintWriter terminal = spec.commandLine().getOut();
        SummaryLines facts = new SummaryLines(terminal, System.getenv());
        Documents documents = result.request().documents();
        facts.line("documents", "%,d (%s)", documents.names().size(), Counted.of(documents.bytes(), "byte"));
        facts.line(
                "engine",
                "spark %s",
                result.environment().spark().map(SummaryLines::spark).orElse(""));
        facts.workers(result.workers());
        facts.java(result.environment());
        double seconds = result.wall().toNanos() / (double) TimeUnit.SECONDS.toNanos(1);
        if (result.request().word().isPresent()) {
            facts.line("word", "%s", result.request().word().get());
            facts.line(
                    "counted",
                    "%,d in %,d of %s, in %.3f s",
                    result.total(),
                    result.names(),
                    Counted.of(documents.names().size(), "document"),
                    seconds);
        } else {
            facts.line(
                    "counted",
                    "%s, %s, in %.3f s",
                    Counted.of(result.total(), "word"),
                    Counted.of(result.names(), "different one"),
                    seconds);
        }
        if (out != null) {
            facts.line("wrote", "%s", out);
        }
        List<String> table = new WordCountTable(result).lines();
        if (!table.isEmpty()) {
            terminal.println();
            table.forEach(terminal::println);
        }
        facts.flush();
    }

    private static void warn(WordCountResult result, PrintWriter err) {
        SortedMap<String, Long> malformedBytes = result.malformedBytes();
        if (!malformedBytes.isEmpty()) {
            err.println(String.format(
                    Locale.ROOT,
                    "warning: malformed bytes, not UTF-8, were replaced: %,d, in %,d of %s, first in %s",
                    malformedBytes.values().stream().mapToLong(Long::longValue).sum(),
                    malformedBytes.size(),
                    Counted.of(result.request().documents().names().size(), "document"),
                    malformedBytes.firstKey()));
        }
    }
}
