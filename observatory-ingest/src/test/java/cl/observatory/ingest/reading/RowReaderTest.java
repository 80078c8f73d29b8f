package cl.observatory.ingest.reading;

import static cl.observatory.ingest.classification.Schemes.CLASSIFICATIONS;
import static cl.observatory.ingest.territory.TerritoryTable.TERRITORIES;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.release.ObservationBatch;
import cl.observatory.ingest.Definition;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.conflict.Conflicts;
import cl.observatory.ingest.profile.ImportProfile;
import cl.observatory.ingest.profile.ImportProfile.Origin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {

    private static final Map<String, Integer> HEADER =
            Map.of("area", 0, "month", 1, "class", 2, "cases", 3, "status", 4);

    private final Conflicts conflicts = new Conflicts();

    @Test
    void rowBecomesTheCodesOfItsComponents() {
        // Given
        RowReader reader = reader("A", withStatus());

        // When
        boolean taken = reader.read(new String[] {" 1101 ", "2024-03", "40101", "7", "E"}, 2);

        // Then
        assertTrue(taken);
        assertArrayEquals(new String[] {"01101", "2024-03", "40101", "E"}, reader.codes());
        assertEquals(7, reader.value());
    }

    @ParameterizedTest
    @CsvSource({
        "A, 7, A,  A",
        "P, 7, A,  P",
        "P, 7, E,  E",
        "A, 7, P,  P",
        "A, -, A,  O",
        "P, -, A,  O",
        "P, -, O,  O",
        "P, -, M,  M",
        "P, -, L,  L"
    })
    void statusIsTheOneThatTheFileStatesUnlessItStatesNothingParticular(
            String unstated, String value, String stated, String status) {
        // Given
        RowReader reader = reader(unstated, withStatus());

        // When
        boolean taken = reader.read(new String[] {"13101", "2024-03", "40101", value, stated}, 2);

        // Then
        assertTrue(taken);
        assertEquals(status, reader.codes()[3]);
    }

    @ParameterizedTest
    @CsvSource({"7, O", "7, M", "7, L", "0, O", "-, E", "-, P"})
    void statusMustAgreeWithThereBeingAValue(String value, String stated) {
        // Given
        RowReader reader = reader("A", withStatus());

        // When
        boolean taken = reader.read(new String[] {"13101", "2024-03", "40101", value, stated}, 9);

        // Then
        assertFalse(taken);
        assertEquals(
                List.of(new Conflicts.Group(ConflictType.STATUS_CONTRADICTS_VALUE, "status", stated, 1, List.of(9L))),
                conflicts.groups());
    }

    @ParameterizedTest
    @CsvSource({"7, P, P", "-, P, O", "7, A, A", "-, A, O"})
    void fileWithoutStatusesHasThatOfItsRelease(String value, String unstated, String status) {
        // Given
        RowReader reader = reader(unstated, plain());

        // When
        reader.read(new String[] {"13101", "2024-03", "40101", value}, 2);

        // Then
        assertEquals(status, reader.codes()[3]);
    }

    @Test
    void constantIsTheSameInEveryRow() {
        // Given
        Map<String, Origin> components = Map.of(
                "REF_AREA",
                column("area"),
                "TIME_PERIOD",
                new Origin(null, "2024-05", null, null),
                "CRIME_CLASS",
                new Origin(null, "drogas", Map.of("drogas", "4"), null),
                "OBS_VALUE",
                column("cases"));

        // When
        RowReader reader = reader("A", components);
        reader.read(new String[] {"13101", "", "", "1"}, 2);

        // Then
        assertArrayEquals(new String[] {"13101", "2024-05", "4", "A"}, reader.codes());
    }

    @Test
    void everythingThatIsWrongWithARowIsTold() {
        // When
        boolean taken = reader("A", withStatus()).read(new String[] {"1", "2", "three", "x", "?"}, 2);

        // Then
        assertFalse(taken);
        assertEquals(
                List.of("area", "month", "class", "cases", "status"),
                conflicts.groups().stream().map(Conflicts.Group::column).toList());
    }

    @Test
    void cellMayOccurOnce() {
        // Given
        RowReader reader = reader("A", plain());
        reader.read(new String[] {"13101", "2024-03", "40101", "1"}, 2);

        // When
        boolean same = reader.read(new String[] {"13101", "2024-03", "40101", "2"}, 3);
        boolean otherArea = reader.read(new String[] {"13102", "2024-03", "40101", "2"}, 4);
        boolean otherPeriod = reader.read(new String[] {"13101", "2024-04", "40101", "2"}, 5);
        boolean otherClass = reader.read(new String[] {"13101", "2024-03", "40102", "2"}, 6);

        // Then
        assertFalse(same);
        assertTrue(otherArea && otherPeriod && otherClass);
        assertEquals(
                List.of(new Conflicts.Group(ConflictType.DUPLICATE_CELL, null, "13101 2024-03 40101", 1, List.of(3L))),
                conflicts.groups());
    }

    @Test
    void rowThatWasRefusedDoesNotTakeTheCell() {
        // Given
        RowReader reader = reader("A", plain());
        reader.read(new String[] {"13101", "2024-03", "40101", "x"}, 2);

        // When
        boolean taken = reader.read(new String[] {"13101", "2024-03", "40101", "2"}, 3);

        // Then
        assertTrue(taken);
    }

    private RowReader reader(String unstatedStatus, Map<String, Origin> components) {
        ImportProfile profile =
                new ImportProfile("plain", null, null, null, null, null, components, null).withDefaults();
        return new RowReader(
                Definition.cases(),
                profile,
                HEADER,
                unstatedStatus,
                new Schemes(TERRITORIES, CLASSIFICATIONS),
                conflicts);
    }

    private static Map<String, Origin> withStatus() {
        return Map.of(
                "REF_AREA",
                column("area"),
                "TIME_PERIOD",
                column("month"),
                "CRIME_CLASS",
                column("class"),
                "OBS_VALUE",
                column("cases"),
                ObservationBatch.OBS_STATUS,
                column("status"));
    }

    private static Map<String, Origin> plain() {
        return Map.of(
                "REF_AREA", column("area"),
                "TIME_PERIOD", column("month"),
                "CRIME_CLASS", column("class"),
                "OBS_VALUE", column("cases"));
    }

    private static Origin column(String header) {
        return new Origin(header, null, null, null);
    }
}
