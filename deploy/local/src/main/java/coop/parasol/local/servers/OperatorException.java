package coop.parasol.local.servers;

/**
 * A failure that the operator at the terminal can do something about. The message says what happened and what to do; it
 * is printed without a stack trace.
 */
public final class OperatorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OperatorException(String message) {
        super(message);
    }

    public OperatorException(String message, Throwable cause) {
        super(message, cause);
    }
}
