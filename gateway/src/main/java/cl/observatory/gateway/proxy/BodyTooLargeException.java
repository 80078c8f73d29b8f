package cl.observatory.gateway.proxy;

/** Ends the stream of a body that exceeds what its operation takes. */
final class BodyTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("body too large", null, false, false);
    }
}
