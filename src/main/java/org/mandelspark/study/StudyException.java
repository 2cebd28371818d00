package org.mandelspark.study;

/** A study came to nothing, because what it measured is void. The message is one line for people. */
public final class StudyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param message why, in one line
     */
    public StudyException(String message) {
        super(message);
    }
}
