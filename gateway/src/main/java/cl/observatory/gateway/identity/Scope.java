package cl.observatory.gateway.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a caller may do. The list is closed: an unknown scope is a mistake and not a right to come. */
public enum Scope {
    DATA_READ,
    DATA_WRITE,
    DATA_APPROVE,
    REPORTS_RELAY,
    REPORTS_MODERATE,
    LEARNING_WRITE,
    DIALOGUE_WRITE,
    COMMITMENTS_REPORT,
    COMMITMENTS_ASSESS,
    PARTNERS_ADMIN;

    /** The scope as tokens and contracts write it, such as {@code data:read}. */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /**
     * @throws IllegalArgumentException when there is no such scope
     */
    @JsonCreator
    public static Scope of(String value) {
        return Arrays.stream(values())
                .filter(scope -> scope.value().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no scope '" + value + "'"));
    }
}
