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
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.LineRecordReader;
import org.apache.hadoop.util.StringUtils;

/**
 * Hadoop's input format for the lines of documents, as bytes, each with the full path of its document.
 *
 * <p>It cuts large files, except in a compression that cannot be cut, and packs small ones together, so that the number
 * of tasks follows the amount of text and not the number of files. A line must fit in memory, a document need not.
 */
public final class DocumentLines extends CombineFileInputFormat<String, byte[]> {
    /**
     * Returns the settings of a job that reads documents.
     *
     * @param settings those of the job so far, which are left as they are
     * @param patterns find the documents
     * @param splitBytes number of bytes that one task reads at most, unless a compressed document is larger
     */
    public static Configuration settings(Configuration settings, Collection<String> patterns, long splitBytes) {
        Configuration all = new Configuration(settings);
        all.setBoolean(INPUT_DIR_RECURSIVE, true);
        // The setting is a list, separated by commas.
        all.set(INPUT_DIR, patterns.stream().map(StringUtils::escapeString).collect(Collectors.joining(",")));
        all.setLong(SPLIT_MAXSIZE, splitBytes);
        return all;
    }

    /** Lists all files, empty ones too, each once. */
    static List<FileStatus> list(Configuration settings, Collection<String> patterns) throws IOException {
        return new DocumentLines().files(Job.getInstance(settings(settings, patterns, Long.MAX_VALUE)));
    }

    @Override
    public RecordReader<String, byte[]> createRecordReader(InputSplit split, TaskAttemptContext context)
            throws IOException {
        return new CombineFileRecordReader<>((CombineFileSplit) split, context, Reader.class);
    }

    @Override
    protected List<FileStatus> listStatus(JobContext job) throws IOException {
        List<FileStatus> files = files(job);
        files.removeIf(file -> file.getLen() == 0);
        return files;
    }

    /** Overlapping patterns would have Hadoop read a file twice. */
    private List<FileStatus> files(JobContext job) throws IOException {
        Set<Path> seen = new HashSet<>();
        List<FileStatus> files = new ArrayList<>(super.listStatus(job));
        files.removeIf(file -> !file.isFile() || !seen.add(file.getPath()));
        return files;
    }

    /** Reads the lines of one document of a split; failures name the document. */
    private static final class Reader extends RecordReader<String, byte[]> {
        private final LineRecordReader lines = new LineRecordReader();
        private final FileSplit part;
        private final String document;

        /** Called by Hadoop, by reflection; the index is that of the document in the split. */
        @SuppressWarnings("unused")
        Reader(CombineFileSplit split, TaskAttemptContext context, Integer index) throws IOException {
            part = new FileSplit(
                    split.getPath(index), split.getOffset(index), split.getLength(index), split.getLocations());
            document = part.getPath().toString();
        }

        @Override
        public void initialize(InputSplit split, TaskAttemptContext context) throws IOException {
            try {
                lines.initialize(part, context);
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        @Override
        public boolean nextKeyValue() throws IOException {
            try {
                return lines.nextKeyValue();
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        /** Keeps the reason as a suppressed exception, because people see the message of the last cause. */
        private IOException unreadable(IOException reason) {
            IOException failure = new IOException("cannot read " + document + ": " + Store.reason(reason));
            failure.addSuppressed(reason);
            return failure;
        }

        @Override
        public String getCurrentKey() {
            return document;
        }

        @Override
        public byte[] getCurrentValue() {
            return lines.getCurrentValue().copyBytes();
        }

        @Override
        public float getProgress() throws IOException {
            return lines.getProgress();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
