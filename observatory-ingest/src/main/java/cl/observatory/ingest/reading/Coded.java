package cl.observatory.ingest.reading;

import cl.observatory.ingest.conflict.ConflictType;

/**
 * A cell of the file, read as a code.
 *
 * @param code null when it was not read
 * @param ordinal place of the code among all that the component can have, for telling cells apart
 * @param conflict why it was not read, null when it was
 */
record Coded(String code, long ordinal, ConflictType conflict) {

    static Coded of(String code, long ordinal) {
        return new Coded(code, ordinal, null);
    }

    static Coded refused(ConflictType conflict) {
        return new Coded(null, -1, conflict);
    }
}
