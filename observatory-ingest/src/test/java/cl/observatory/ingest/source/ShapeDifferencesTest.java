package cl.observatory.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.SourceObserved.Difference;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.conflict.Conflicts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShapeDifferencesTest {

    private final Conflicts conflicts = new Conflicts();

    @Test
    void columnThatIsMissingIsNamedInBothLanguages() {
        // Given
        conflicts.add(ConflictType.MISSING_COLUMN, 1, "casos", null);

        // When
        List<Difference> differences = ShapeDifferences.of(conflicts.groups());

        // Then
        assertEquals(
                List.of(new Difference(
                        "MISSING_COLUMN",
                        new Labels(
                                "Falta la columna «casos» que el perfil lee.",
                                "The column \"casos\", which the profile reads, is missing."))),
                differences);
    }

    /** Where a header has moved, the first row of data is read in its place. */
    @Test
    void whatStandsInPlaceOfAColumnIsCountedAndNeverRepeated() {
        // Given
        conflicts.add(ConflictType.UNKNOWN_COLUMN, 1, "Juana Pérez Soto", null);
        conflicts.add(ConflictType.UNKNOWN_COLUMN, 1, "12.345.678-5", null);
        conflicts.add(ConflictType.DUPLICATE_COLUMN, 1, "Temuco", null);

        // When
        List<Difference> differences = ShapeDifferences.of(conflicts.groups());

        // Then
        assertEquals(
                List.of("UNKNOWN_COLUMN", "DUPLICATE_COLUMN"),
                differences.stream().map(Difference::code).toList());
        assertEquals(
                new Labels(
                        "Hay 2 columnas que el perfil no conoce.",
                        "There are 2 columns that the profile does not know."),
                differences.getFirst().words());
        assertEquals(
                new Labels("Una columna está dos veces.", "One column is there twice."),
                differences.getLast().words());
        String everything = differences.toString();
        List.of("Juana", "12.345", "Temuco").forEach(text -> assertFalse(everything.contains(text), text));
    }

    @Test
    void fileOfAnotherFormOrEncodingHasChangedItsShape() {
        // Given
        conflicts.add(ConflictType.NOT_CSV, 7, null, null);

        // When
        List<Difference> differences = ShapeDifferences.of(conflicts.groups());

        // Then
        assertEquals(
                List.of("NOT_CSV"), differences.stream().map(Difference::code).toList());
    }

    @Test
    void sheetThatIsGoneIsNamedAndThoseThatAreThereAreNot() {
        // Given
        conflicts.add(ConflictType.UNKNOWN_SHEET, 0, "Casos", "Juana Pérez, Hoja2");

        // When
        List<Difference> differences = ShapeDifferences.of(conflicts.groups());

        // Then
        assertEquals("UNKNOWN_SHEET", differences.getFirst().code());
        assertTrue(differences.getFirst().words().en().contains("Casos"));
        assertFalse(differences.toString().contains("Juana"));
    }

    @Test
    void formatThatIsNotReadIsNamed() {
        // Given
        conflicts.add(ConflictType.UNKNOWN_FORMAT, 0, null, "PDF");

        // When
        List<Difference> differences = ShapeDifferences.of(conflicts.groups());

        // Then
        assertTrue(differences.getFirst().words().es().contains("PDF"));
    }

    @Test
    void rowsAndDamageOnTheWayAreNoChangeOfShape() {
        // Given
        conflicts.add(ConflictType.UNKNOWN_TERRITORY, 3, "comuna", "Gotham");
        conflicts.add(ConflictType.DAMAGED_GZIP, 0, null, null);

        // When
        List<Difference> differences = ShapeDifferences.of(conflicts.groups());

        // Then
        assertTrue(differences.isEmpty());
    }

    @Test
    void wordsStayFewHoweverManyColumnsAreMissing() {
        // Given
        IntStream.range(0, 150)
                .forEach(number -> conflicts.add(ConflictType.MISSING_COLUMN, 1, "column " + number, null));

        // When
        List<Difference> differences = ShapeDifferences.of(conflicts.groups());

        // Then
        assertEquals(50, differences.size());
    }
}
