package org.mandelspark.files;

import java.io.IOException;

/** A document could not be read. The message names it and says why, in one line. */
public final class DocumentException extends IOException {
    private static final long serialVersionUID = 1L;

    DocumentException(String document, IOException cause) {
        super("cannot read " + document + ": " + Store.reason(cause), cause);
    }
}
