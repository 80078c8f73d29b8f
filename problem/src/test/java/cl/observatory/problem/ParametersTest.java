package cl.observatory.problem;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private final Parameters parameters = new Parameters();

    @Test
    void valueThatCanBeUsedIsRead() {
        assertEquals("x", parameters.text("p", "x", 1));
        assertEquals("x", parameters.required("p", "x"));
        assertEquals("ab", parameters.matching("p", "ab", Pattern.compile("[a-b]+")));
        assertEquals(TimeUnit.DAYS, parameters.oneOf("p", "DAYS", TimeUnit.class, TimeUnit.HOURS));
        assertEquals(Instant.EPOCH, parameters.instant("p", "1970-01-01T00:00:00Z"));
        assertEquals(7, parameters.integer("p", "7", 1, 9, 5));
        assertEquals(1, parameters.integer("p", "1", 1, 9, 5));
        assertEquals(9, parameters.integer("p", "9", 1, 9, 5));
        assertEquals("X", parameters.read("p", "x", value -> Optional.of(value.toUpperCase(Locale.ROOT)), "ODD"));
        assertDoesNotThrow(() -> parameters.check());
    }

    @Test
    void valueThatIsNotThereIsItsDefault() {
        assertNull(parameters.text("p", null, 1));
        assertNull(parameters.matching("p", null, Pattern.compile("a")));
        assertEquals(TimeUnit.HOURS, parameters.oneOf("p", null, TimeUnit.class, TimeUnit.HOURS));
        assertNull(parameters.instant("p", null));
        assertEquals(5, parameters.integer("p", null, 1, 9, 5));
        assertNull(parameters.read("p", null, Optional::of, "ODD"));
        assertDoesNotThrow(() -> parameters.check());
    }

    @Test
    void everythingThatCannotBeUsedIsToldAtOnce() {
        // When
        parameters.text("text", "xy", 1);
        parameters.required("required", " ");
        parameters.matching("matching", "c", Pattern.compile("[a-b]+"));
        parameters.oneOf("oneOf", "days", TimeUnit.class, TimeUnit.HOURS);
        parameters.instant("instant", "tomorrow");
        parameters.integer("integer", "10", 1, 9, 5);

        // Then
        assertEquals(
                List.of(
                        "text TOO_LONG",
                        "required PARAMETER_MISSING",
                        "matching WRONG_FORM",
                        "oneOf NOT_ONE_OF",
                        "instant NOT_AN_INSTANT",
                        "integer NOT_IN_RANGE"),
                faults(CommonProblem.INVALID_REQUEST).stream()
                        .map(fault -> fault.parameter() + " " + fault.code())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "-1", "x", "", "1.0", "99999999999", " 5"})
    void integerHasARange(String value) {
        assertEquals(5, parameters.integer("p", value, 1, 9, 5));
        assertEquals(
                "The value is not a whole number from 1 to 9.",
                faults(CommonProblem.INVALID_REQUEST).getFirst().message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24",
                "2026-11-24T12:00:00",
                "2026-11-24T25:00:00Z",
                "2026-02-30T12:00:00Z",
                "+1000000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "1764000000",
                ""
            })
    void otherTextIsNoInstant(String value) {
        assertNull(parameters.instant("p", value));
        assertEquals(
                "NOT_AN_INSTANT",
                faults(CommonProblem.INVALID_REQUEST).getFirst().code());
    }

    @Test
    void textThatNoDatabaseKeepsIsRefused() {
        assertNull(parameters.text("p", "a\0b", 10));
        assertEquals(
                "WRONG_FORM", faults(CommonProblem.INVALID_REQUEST).getFirst().code());
    }

    @Test
    void valueOfAnotherKindHasWordsOfItsOwn() {
        // When
        parameters.read("p", "3", value -> Optional.empty(), "ODD");

        // Then
        FieldError fault = faults(RefusalProblem.TRY_LATER).getFirst();
        assertEquals("\"3\" is not even.", fault.message());
        assertEquals("For example 2.", fault.hint());
    }

    @Test
    void longValueIsRepeatedInShort() {
        // When
        parameters.read("p", "😀".repeat(5000), value -> Optional.empty(), "ODD");

        // Then
        assertEquals(
                "\"" + "😀".repeat(100) + "\" is not even.",
                faults(RefusalProblem.TRY_LATER).getFirst().message());
    }

    private List<FieldError> faults(ProblemType type) {
        return assertThrows(ProblemException.class, () -> parameters.check(type)).errors(Locale.ENGLISH).stream()
                .map(FieldError.class::cast)
                .toList();
    }
}
