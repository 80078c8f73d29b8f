package cl.observatory.ingest.imports;

/** The rest of a file cannot be read at all. */
final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ConflictType conflict;
    private final long line;

    /**
     * @param line of the file near which it happened
     */
    UnreadableFileException(ConflictType conflict, long line, Throwable cause) {
        super(conflict.name(), cause);
        this.conflict = conflict;
        this.line = line;
    }

    ConflictType conflict() {
        return conflict;
    }

    long line() {
        return line;
    }
}
