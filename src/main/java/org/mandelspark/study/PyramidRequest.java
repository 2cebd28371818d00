package org.mandelspark.study;

import org.mandelspark.grid.Tiling;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.pyramid.PyramidFiles;

/**
 * Request to write a pyramid.
 *
 * @param view what is shown, of any size
 * @param tiling its tiles
 * @param colouring their colours; not by the whole picture
 * @param interior which work the kernel may leave out
 * @param kernel what computes the counts
 * @param engine what executes the blocks
 * @param partitioning how blocks become chunks
 * @param files where tiles go
 * @param folder what becomes of what is in the folder
 * @param command that asks for it, for the page
 */
public record PyramidRequest(
        View view,
        Tiling tiling,
        Colouring colouring,
        Interior interior,
        KernelChoice kernel,
        EngineChoice engine,
        Partitioning partitioning,
        PyramidFiles files,
        Folder folder,
        String command) {
    /** Choices for a folder that has something in it. */
    public enum Folder {
        /** Nothing may be in it. */
        NEW,
        /** A pyramid in it is removed. */
        REPLACE,
        /** A pyramid of the same parameters in it is finished. */
        RESUME
    }
}
