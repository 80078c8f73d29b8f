package cl.observatory.local.process;

/** Something that keeps the stack from running; the message is written for the person at the terminal. */
public class LocalStackException extends RuntimeException {

    public LocalStackException(String message) {
        super(message);
    }

    public LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
