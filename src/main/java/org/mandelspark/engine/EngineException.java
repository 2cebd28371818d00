package org.mandelspark.engine;

/** The work failed at run time. The message is one line for people; the cause is for developers. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param message why, in one line
     * @param cause for developers
     */
    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
