package org.mandelspark.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Units;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.workload.Cells;
import org.mandelspark.workload.Proofs;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/**
 * Result that a Spark task sends to the driver: the cells of its chunk, encoded piece by piece, and their cost.
 *
 * <p>Times are of {@link Clock}, since the epoch; the driver knows when it called. It travels as plain arrays of bytes,
 * the costs first and then the pieces: Java writes those in one go, and needs many times as long for objects.
 *
 * @param slices encoded by {@link SliceCodec}, as {@link Slices} cuts the chunk
 */
record PackedChunk(
        List<byte[]> slices,
        String executor,
        String host,
        int slot,
        long startNanos,
        long endNanos,
        long kernelNanos,
        Work work,
        int attempt) {

    /** The form in which it travels. */
    byte[][] toWire() {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(head)) {
            out.writeUTF(executor);
            out.writeUTF(host);
            out.writeInt(slot);
            out.writeLong(startNanos);
            out.writeLong(endNanos);
            out.writeLong(kernelNanos);
            out.writeLong(work.iterations());
            out.writeLong(work.steps());
            out.writeUTF(work.method());
            out.writeLong(work.encodeNanos());
            out.writeLong(work.writeNanos());
            out.writeLong(work.tableNanos());
            Proofs proofs = work.proofs();
            out.writeLong(proofs.doubles());
            out.writeLong(proofs.carefulDoubles());
            out.writeLong(proofs.pairs());
            out.writeLong(proofs.balls());
            out.writeLong(proofs.undecided());
            out.writeLong(proofs.unlikeDoubles());
            out.writeInt(attempt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[][] wire = new byte[1 + slices.size()][];
        wire[0] = head.toByteArray();
        for (int s = 0; s < slices.size(); s++) {
            wire[1 + s] = slices.get(s);
        }
        return wire;
    }

    /** Reads a chunk that travelled in that form. */
    static PackedChunk ofWire(byte[][] wire) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(wire[0]))) {
            return new PackedChunk(
                    new ArrayList<>(Arrays.asList(wire).subList(1, wire.length)),
                    in.readUTF(),
                    in.readUTF(),
                    in.readInt(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    new Work(
                            in.readLong(),
                            in.readLong(),
                            in.readUTF(),
                            in.readLong(),
                            in.readLong(),
                            in.readLong(),
                            new Proofs(
                                    in.readLong(),
                                    in.readLong(),
                                    in.readLong(),
                                    in.readLong(),
                                    in.readLong(),
                                    in.readLong())),
                    in.readInt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the cells, line by line, to where their units lie in the final array. */
    <A> void unpackTo(A into, Workload<A> workload, RowRange chunk, SliceCodec codec) {
        Units units = workload.units();
        Cells<A> cells = workload.cells();
        List<RowRange> places = Slices.of(workload, chunk);
        for (int s = 0; s < slices.size(); s++) {
            RowRange place = places.get(s);
            int count = units.cells(place);
            byte[] packed = codec.decode(slices.get(s), count * cells.packedBytes());
            int[] from = units.packedStarts(place);
            int[] to = units.starts(place);
            for (int line = 0; line < from.length; line++) {
                int end = line + 1 < from.length ? from[line + 1] : count;
                cells.unpack(packed, from[line], into, to[line], end - from[line]);
            }
        }
    }

    /** The driver's account of this chunk, its times on the executor's clock. */
    ChunkTiming timing(int index, RowRange units, long calledNanos) {
        long bytes = 0;
        for (byte[] slice : slices) {
            bytes += slice.length;
        }
        return new ChunkTiming(
                index,
                units,
                executor,
                host,
                slot,
                startNanos - calledNanos,
                endNanos - calledNanos,
                kernelNanos,
                work,
                bytes,
                attempt);
    }
}
