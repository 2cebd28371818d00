package org.mandelspark.eventlog;

/** A path that cannot be read as the log of an application. The message is one line for people. */
public final class EventLogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param message why, in one line
     */
    public EventLogException(String message) {
        super(message);
    }

    /**
     * A failure that another one caused.
     *
     * @param message why, in one line
     */
    public EventLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
