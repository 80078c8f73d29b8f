package cl.observatory.events;

/** A record that is no event of ours; retrying does not help, so it goes to the dead letters. */
public class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
