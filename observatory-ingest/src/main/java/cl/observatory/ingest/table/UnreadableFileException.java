package cl.observatory.ingest.table;

import cl.observatory.ingest.conflict.ConflictType;

/** The rest of a file cannot be read at all. */
public final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ConflictType conflict;
    private final long line;
    private final String column;
    private final String value;

    /**
     * @param line of the file near which it happened; 0 when there is none
     */
    public UnreadableFileException(ConflictType conflict, long line, Throwable cause) {
        this(conflict, line, null, null, cause);
    }

    /**
     * @param column that is meant, or null
     * @param value that is meant, or null
     */
    UnreadableFileException(ConflictType conflict, long line, String column, String value, Throwable cause) {
        super(conflict.name(), cause);
        this.conflict = conflict;
        this.line = line;
        this.column = column;
        this.value = value;
    }

    public ConflictType conflict() {
        return conflict;
    }

    public long line() {
        return line;
    }

    public String column() {
        return column;
    }

    public String value() {
        return value;
    }
}
