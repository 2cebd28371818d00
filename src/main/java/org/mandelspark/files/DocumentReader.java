package org.mandelspark.files;

import java.io.IOException;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.input.CombineFileSplit;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.LineRecordReader;
import org.mandelspark.workload.DecodedText;

/** Hadoop's reader of lines for one document among those of a split; errors name the document. */
final class DocumentReader extends RecordReader<String, DecodedText> {
    private final LineRecordReader lines = new LineRecordReader();
    private final FileSplit part;
    private final String document;
    private DecodedText line;

    /** Called by Hadoop, by reflection; the index is the document's in the split. */
    @SuppressWarnings("UnusedVariable")
    DocumentReader(CombineFileSplit split, TaskAttemptContext context, Integer index) throws IOException {
        part = new FileSplit(
                split.getPath(index), split.getOffset(index), split.getLength(index), split.getLocations());
        document = part.getPath().toString();
    }

    @Override
    public void initialize(InputSplit split, TaskAttemptContext context) throws IOException {
        try {
            lines.initialize(part, context);
        } catch (IOException e) {
            throw new DocumentException(document, e);
        }
    }

    @Override
    public boolean nextKeyValue() throws IOException {
        try {
            if (!lines.nextKeyValue()) {
                return false;
            }
        } catch (IOException e) {
            throw new DocumentException(document, e);
        }
        Text bytes = lines.getCurrentValue();
        line = DecodedText.ofUtf8(bytes.getBytes(), bytes.getLength());
        return true;
    }

    @Override
    public String getCurrentKey() {
        return document;
    }

    @Override
    public DecodedText getCurrentValue() {
        return line;
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
