package cl.observatory.ingest.conflict;

import cl.observatory.ingest.IngestProblem;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a file, or a row of it, is not taken. The words stand beside those of {@link IngestProblem}. */
@Schema(name = "ImportConflictCode")
public enum ConflictType {
    DAMAGED_GZIP,
    UNKNOWN_FORMAT,
    ENCRYPTED_FILE,
    MACRO_WORKBOOK,
    DAMAGED_WORKBOOK,
    UNKNOWN_SHEET,
    HIDDEN_SHEET,
    FORBIDDEN_DTD,
    NOT_TEXT,
    NUL_BYTE,
    ENCODING_DIFFERS,
    MIXED_ENCODINGS,
    NOT_CSV,
    NOT_JSON,
    NOT_A_RECORD,
    NESTED_ARRAY,
    RECORDS_NOT_FOUND,
    TOO_MANY_COLUMNS,
    LINE_TOO_LONG,
    NO_ROWS,
    MISSING_COLUMN,
    UNKNOWN_COLUMN,
    DUPLICATE_COLUMN,
    WRONG_FIELD_COUNT,
    UNKNOWN_TERRITORY,
    WRONG_LEVEL,
    UNKNOWN_CODE,
    MALFORMED_PERIOD,
    WRONG_FREQUENCY,
    NOT_A_NUMBER,
    AMBIGUOUS_NUMBER,
    NOT_WHOLE,
    TOO_PRECISE,
    NEGATIVE_COUNT,
    NUMBER_TOO_LARGE,
    UNKNOWN_STATUS,
    STATUS_CONTRADICTS_VALUE,
    DUPLICATE_CELL,
    UNEXPECTED_TEXT,
    TOO_MANY_CELLS,
    OUTSIDE_OWN_TERRITORY,
    NEGATIVE_ATTRIBUTE,
    NOT_A_SHARE,
    VALUE_OUTSIDE_INTERVAL;

    String message(Locale language, String column, String value) {
        return words(language, "", column, value);
    }

    String hint(Locale language, String column, String value) {
        return words(language, ".hint", column, value);
    }

    /** What to do about a text that looks like one that is known. */
    static String suggestion(Locale language, String value, String suggestion) {
        return IngestProblem.FILE_REFUSED
                .words(language, "fault.SUGGESTION", value, suggestion)
                .orElse(null);
    }

    private String words(Locale language, String part, String column, String value) {
        return IngestProblem.FILE_REFUSED
                .words(language, "fault." + name() + part, column == null ? "…" : column, value == null ? "…" : value)
                .orElse(null);
    }
}
