package cl.observatory.ingest.reading;

import cl.observatory.ingest.conflict.ConflictType;

/**
 * A cell of the file, read as a code.
 *
 * @param code null when it was not read
 * @param ordinal place of the code among all that the component can have, for telling cells apart
 * @param conflict why it was not read, null when it was
 * @param suggestion the code that was probably meant, null when there is no likely one
 */
record Coded(String code, long ordinal, ConflictType conflict, String suggestion) {

    static Coded of(String code, long ordinal) {
        return new Coded(code, ordinal, null, null);
    }

    static Coded refused(ConflictType conflict) {
        return refused(conflict, null);
    }

    static Coded refused(ConflictType conflict, String suggestion) {
        return new Coded(null, -1, conflict, suggestion);
    }
}
