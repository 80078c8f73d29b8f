package cl.observatory.reports.custody;

/** Keys cannot be kept, read or destroyed now. */
final class KeyStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyStoreException(String message) {
        super(message);
    }

    KeyStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
