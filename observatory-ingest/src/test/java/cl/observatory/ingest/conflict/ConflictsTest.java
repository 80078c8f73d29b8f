package cl.observatory.ingest.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConflictsTest {

    private final Conflicts conflicts = new Conflicts();

    @Test
    void sameCauseIsOneGroup() {
        // When
        conflicts.add(ConflictType.UNKNOWN_CODE, 2, "class", "x");
        conflicts.add(ConflictType.UNKNOWN_CODE, 5, "class", "x");
        conflicts.add(ConflictType.UNKNOWN_CODE, 6, "class", "y");
        conflicts.add(ConflictType.UNKNOWN_CODE, 7, "other", "x");
        conflicts.add(ConflictType.NOT_A_NUMBER, 8, "class", "x");

        // Then
        assertEquals(
                List.of(
                        new Conflicts.Group(ConflictType.UNKNOWN_CODE, "class", "x", 2, List.of(2L, 5L), null),
                        new Conflicts.Group(ConflictType.UNKNOWN_CODE, "class", "y", 1, List.of(6L), null),
                        new Conflicts.Group(ConflictType.UNKNOWN_CODE, "other", "x", 1, List.of(7L), null),
                        new Conflicts.Group(ConflictType.NOT_A_NUMBER, "class", "x", 1, List.of(8L), null)),
                conflicts.groups());
    }

    @Test
    void onlyTheFirstTenRowsOfACauseAreKept() {
        // When
        for (int row = 2; row < 10_000; row++) {
            conflicts.add(ConflictType.WRONG_FIELD_COUNT, row, null, null);
        }

        // Then
        Conflicts.Group group = conflicts.groups().getFirst();
        assertEquals(9998, group.occurrences());
        assertEquals(List.of(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L), group.rows());
    }

    @Test
    void whatIsWrongWithTheWholeFileHasNoRow() {
        // When
        conflicts.add(ConflictType.DAMAGED_GZIP, 0, null, null);

        // Then
        Conflicts.View view = views().getFirst();
        assertNull(view.row());
        assertEquals(List.of(), view.rows());
        assertEquals(1, view.occurrences());
    }

    @Test
    void manyCausesAreCountedUnderTheirColumn() {
        // When
        for (int row = 2; row < 5002; row++) {
            conflicts.add(ConflictType.UNKNOWN_CODE, row, "class", "code " + row);
        }

        // Then
        assertEquals(201, conflicts.groups().size());
        Conflicts.Group rest = conflicts.groups().getLast();
        assertEquals(4800, rest.occurrences());
        assertEquals("class", rest.column());
        assertNull(rest.value());
    }

    @Test
    void manyColumnsAreCountedUnderTheirKind() {
        // When
        for (int column = 0; column < 5000; column++) {
            conflicts.add(ConflictType.UNKNOWN_COLUMN, 1, "column " + column, null);
        }

        // Then
        assertEquals(301, conflicts.groups().size());
        Conflicts.Group rest = conflicts.groups().getLast();
        assertEquals(4700, rest.occurrences());
        assertNull(rest.column());
    }

    @Test
    void causeThatWasSeenBeforeKeepsItsGroup() {
        // Given
        for (int row = 2; row < 5002; row++) {
            conflicts.add(ConflictType.UNKNOWN_CODE, row, "class", "code " + row);
        }

        // When
        conflicts.add(ConflictType.UNKNOWN_CODE, 6000, "class", "code 2");

        // Then
        assertEquals(2, conflicts.groups().getFirst().occurrences());
        assertEquals(201, conflicts.groups().size());
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasWordsInBothLanguages(ConflictType type) {
        for (Locale language : List.of(Locale.of("es"), Locale.ENGLISH)) {
            String message = type.message(language, "the column", "the value");

            assertTrue(Objects.requireNonNull(message).length() > 10, message);
            assertTrue(!message.contains("{") && !message.contains("null"), message);
        }
        assertEquals(
                type.hint(Locale.of("es"), "x", "y") == null, type.hint(Locale.ENGLISH, "x", "y") == null, "hints");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotKnownIsNotCalledNull(ConflictType type) {
        assertTrue(!type.message(Locale.ENGLISH, null, null).contains("null"));
    }

    private List<Conflicts.View> views() {
        return Conflicts.views(conflicts.groups(), Locale.ENGLISH);
    }
}
