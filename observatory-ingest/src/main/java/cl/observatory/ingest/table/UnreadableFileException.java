package cl.observatory.ingest.table;

import cl.observatory.ingest.conflict.ConflictType;

/** The rest of a file cannot be read at all. */
public final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ConflictType conflict;
    private final long line;

    /**
     * @param line of the file near which it happened
     */
    public UnreadableFileException(ConflictType conflict, long line, Throwable cause) {
        super(conflict.name(), cause);
        this.conflict = conflict;
        this.line = line;
    }

    public ConflictType conflict() {
        return conflict;
    }

    public long line() {
        return line;
    }
}
