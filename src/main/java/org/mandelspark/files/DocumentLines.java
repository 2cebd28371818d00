package org.mandelspark.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.input.CombineFileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.CombineFileRecordReader;
import org.apache.hadoop.mapreduce.lib.input.CombineFileSplit;
import org.apache.hadoop.util.StringUtils;
import org.mandelspark.workload.DecodedText;

/**
 * Hadoop's input format for the lines of documents, each with the full path of its document.
 *
 * <p>It is Hadoop's own for many files: large ones are cut, except those in a compression that cannot be, and small ones
 * packed together, so that the number of tasks follows the amount of text and not the number of files. No document need
 * fit in memory; a line must.
 */
public final class DocumentLines extends CombineFileInputFormat<String, DecodedText> {
    /**
     * The settings that make a job read some documents.
     *
     * @param settings those of the job, which are left as they are
     * @param splitBytes most bytes that one task reads, unless a compressed document is larger
     */
    public static Configuration settings(Configuration settings, Documents documents, long splitBytes) {
        Configuration all = of(settings, documents.patterns());
        all.setLong(SPLIT_MAXSIZE, splitBytes);
        return all;
    }

    @Override
    public RecordReader<String, DecodedText> createRecordReader(InputSplit split, TaskAttemptContext context)
            throws IOException {
        return new CombineFileRecordReader<>((CombineFileSplit) split, context, DocumentReader.class);
    }

    /** All files, empty ones too, each once. */
    static List<FileStatus> list(Configuration settings, Collection<String> patterns) throws IOException {
        return new DocumentLines().files(Job.getInstance(of(settings, patterns)));
    }

    /** What there is to read: overlapping patterns would have Hadoop read a file twice. */
    @Override
    protected List<FileStatus> listStatus(JobContext job) throws IOException {
        List<FileStatus> files = files(job);
        files.removeIf(file -> file.getLen() == 0);
        return files;
    }

    private List<FileStatus> files(JobContext job) throws IOException {
        Set<Path> seen = new HashSet<>();
        List<FileStatus> files = new ArrayList<>();
        for (FileStatus file : super.listStatus(job)) {
            if (file.isFile() && seen.add(file.getPath())) {
                files.add(file);
            }
        }
        return files;
    }

    private static Configuration of(Configuration settings, Collection<String> patterns) {
        Configuration all = new Configuration(settings);
        all.setBoolean(INPUT_DIR_RECURSIVE, true);
        // The setting is a list with commas between.
        all.set(INPUT_DIR, patterns.stream().map(StringUtils::escapeString).collect(Collectors.joining(",")));
        return all;
    }
}
