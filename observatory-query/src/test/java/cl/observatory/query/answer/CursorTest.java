package cl.observatory.query.answer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Pattern WORD = Pattern.compile("[a-z]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Parameters parameters = new Parameters();

    @Test
    void placeIsReadAsItWasWritten() {
        // Given
        Cursor cursor = new Cursor("question", List.of(1, 2));

        // When
        List<String> place = cursor.read(parameters, cursor.write("", "42"), WORD, NUMBER);

        // Then
        assertEquals(List.of("", "42"), place);
        assertDoesNotThrow(() -> parameters.check(QueryProblem.INVALID_QUESTION));
    }

    @Test
    void withoutACursorThereIsNoPlace() {
        assertEquals(List.of(), new Cursor("question").read(parameters, null, WORD));
        assertDoesNotThrow(() -> parameters.check(QueryProblem.INVALID_QUESTION));
    }

    @Test
    void cursorOfAnotherQuestionIsRefused() {
        String written = new Cursor("question", 1).write("a");

        assertRefused(new Cursor("question", 2), written);
    }

    @Test
    void placeOfAnotherFormIsRefused() {
        Cursor cursor = new Cursor("question");

        assertRefused(cursor, cursor.write("A"));
        assertRefused(cursor, cursor.write("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "a", "bm9uc2Vuc2U", "====", "\n"})
    void nonsenseIsRefused(String written) {
        assertRefused(new Cursor("question"), written);
    }

    private static void assertRefused(Cursor cursor, String written) {
        Parameters read = new Parameters();

        assertEquals(List.of(), cursor.read(read, written, WORD));
        assertThrows(ProblemException.class, () -> read.check(QueryProblem.INVALID_QUESTION));
    }
}
