package cl.observatory.ingest.table;

import cl.observatory.ingest.conflict.ConflictType;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The records of a JSON document one after the other: those of an array, which may lie within the document, or objects
 * that simply follow each other.
 */
final class JsonRecords {

    /** Stands for a level of the path that is an array. */
    private static final String ITEM = "\0";

    private final JsonParser parser;
    private final String path;
    private final Deque<String> levels = new ArrayDeque<>();
    private boolean begun;
    private boolean inArray;
    private boolean ended;
    private long number;

    /**
     * @param path JSON Pointer to the array; null when the document is the array, or has none
     */
    JsonRecords(JsonParser parser, String path) {
        this.parser = parser;
        this.path = path;
    }

    /**
     * Moves the parser to the beginning of the next record.
     *
     * @return false when there is none and the document is complete
     */
    boolean next() throws IOException {
        if (ended) {
            return false;
        }
        JsonToken token = begun ? parser.nextToken() : begin();
        begun = true;
        if (token == JsonToken.START_OBJECT) {
            number++;
            return true;
        }
        if (inArray && token == JsonToken.END_ARRAY) {
            finish();
            ended = true;
            return false;
        }
        if (!inArray && token == null) {
            ended = true;
            return false;
        }
        throw new UnreadableFileException(ConflictType.NOT_A_RECORD, number + 1, null);
    }

    /** Number of the record, from 1. */
    long number() {
        return number;
    }

    private JsonToken begin() throws IOException {
        JsonToken first = parser.nextToken();
        if (path != null && !path.isEmpty()) {
            first = descend(pointer());
            if (first != JsonToken.START_ARRAY) {
                throw notFound();
            }
        }
        inArray = first == JsonToken.START_ARRAY;
        return inArray ? parser.nextToken() : first;
    }

    private JsonPointer pointer() {
        try {
            return JsonPointer.compile(path);
        } catch (IllegalArgumentException malformed) {
            throw notFound();
        }
    }

    private JsonToken descend(JsonPointer pointer) throws IOException {
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                enterField(rest.getMatchingProperty());
            } else if (parser.currentToken() == JsonToken.START_ARRAY) {
                enterItem(rest.getMatchingIndex());
            } else {
                throw notFound();
            }
        }
        return parser.currentToken();
    }

    private void enterField(String name) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String found = parser.currentName();
            parser.nextToken();
            if (found.equals(name)) {
                levels.push(name);
                return;
            }
            parser.skipChildren();
        }
        throw notFound();
    }

    private void enterItem(int index) throws IOException {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (i == index) {
                levels.push(ITEM);
                return;
            }
            parser.skipChildren();
        }
        throw notFound();
    }

    /** Reads what is behind the records: the rest of the document must be there, and must not name them again. */
    private void finish() throws IOException {
        for (String level : levels) {
            JsonToken token = parser.nextToken();
            while (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals(level)) {
                    throw new UnreadableFileException(ConflictType.DUPLICATE_COLUMN, 0, level, null, null);
                }
                parser.skipChildren();
                token = parser.nextToken();
            }
        }
        if (parser.nextToken() != null) {
            throw new UnreadableFileException(ConflictType.NOT_JSON, number, null);
        }
    }

    private UnreadableFileException notFound() {
        return new UnreadableFileException(ConflictType.RECORDS_NOT_FOUND, 0, null, path, null);
    }
}
