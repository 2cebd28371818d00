package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.files.Documents;
import org.mandelspark.files.OutputFile;
import org.mandelspark.grid.Counted;
import org.mandelspark.record.Environment;
import org.mandelspark.report.WordCountTable;
import org.mandelspark.words.WordCount;
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
            "Words with equal counts are sorted by code points."
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
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "UTF-8 files, also compressed (.gz, .bz2), folders with everything below them, or patterns"
                    + " such as 'a*.txt', on any Hadoop path. A file counts once. Names that begin with . or _ are"
                    + " left out.")
    private List<String> paths;

    @Option(
            names = "--word",
            paramLabel = "W",
            converter = Converters.ToWord.class,
            description = "Count only this word: in total, and in each document.")
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
            description = "A .tsv file for all counts, on any Hadoop path: word or document, tab, count.")
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
        PrintWriter err = spec.commandLine().getErr();
        try {
            Documents documents = Documents.find(paths);
            Optional<OutputFile> file = force.file(out, ".tsv", documents.names());
            try (SparkEngine engine = sparkOptions.start("wordcount")) {
                EngineNotes.print(engine, err);
                print(WordCount.of(engine, documents, Optional.ofNullable(word), top, file), engine);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        if (out == null) {
            err.println("nothing was written: --out counts.tsv would write all counts");
        }
        return 0;
    }

    private void print(WordCount count, Engine engine) {
        Environment environment = HostEnvironment.of(engine);
        Documents documents = count.documents();
        SummaryLines facts = new SummaryLines(spec.commandLine().getOut(), System.getenv());
        facts.line("documents", "%,d (%s)", documents.names().size(), Counted.of(documents.bytes(), "byte"));
        facts.engine(environment);
        facts.workers(engine.workers());
        facts.java(environment);
        count.word().ifPresent(only -> facts.line("word", "%s", only));
        facts.line("counted", "%s", count.summary());
        facts.wrote(out);
        facts.table(WordCountTable.lines(count));
        count.warning().ifPresent(warning -> spec.commandLine().getErr().println("warning: " + warning));
    }
}
