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
import cl.observatory.ingest.profile.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {

    private static final List<String> HEADER = List.of("area", "month", "class", "cases", "status");

    private final Conflicts conflicts = new Conflicts();
    private final GivenTable table = new GivenTable();
    private ShapedRows rows;

    @Test
    void rowBecomesTheCodesOfItsComponents() {
        // Given
        RowReader reader = reader("A", withStatus());

        // When
        boolean taken = read(reader, 2, new String[] {" 1101 ", "2024-03", "40101", "7", "E"});

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
        boolean taken = read(reader, 2, new String[] {"13101", "2024-03", "40101", value, stated});

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
        boolean taken = read(reader, 9, new String[] {"13101", "2024-03", "40101", value, stated});

        // Then
        assertFalse(taken);
        assertEquals(
                List.of(new Conflicts.Group(
                        ConflictType.STATUS_CONTRADICTS_VALUE, "status", stated, 1, List.of(9L), null)),
                conflicts.groups());
    }

    @ParameterizedTest
    @CsvSource({"7, P, P", "-, P, O", "7, A, A", "-, A, O"})
    void fileWithoutStatusesHasThatOfItsRelease(String value, String unstated, String status) {
        // Given
        RowReader reader = reader(unstated, plain());

        // When
        read(reader, 2, new String[] {"13101", "2024-03", "40101", value});

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
                Origin.ofConstant("2024-05"),
                "CRIME_CLASS",
                new Origin(null, null, null, "drogas", null, Map.of("drogas", "4"), null, null, null, null),
                "OBS_VALUE",
                column("cases"));

        // When
        RowReader reader = reader("A", components);
        read(reader, 2, new String[] {"13101", "", "", "1"});

        // Then
        assertArrayEquals(new String[] {"13101", "2024-05", "4", "A"}, reader.codes());
    }

    @Test
    void everythingThatIsWrongWithARowIsTold() {
        // When
        boolean taken = read(reader("A", withStatus()), 2, new String[] {"1", "2", "three", "x", "?"});

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
        read(reader, 2, new String[] {"13101", "2024-03", "40101", "1"});

        // When
        boolean same = read(reader, 3, new String[] {"13101", "2024-03", "40101", "2"});
        boolean otherArea = read(reader, 4, new String[] {"13102", "2024-03", "40101", "2"});
        boolean otherPeriod = read(reader, 5, new String[] {"13101", "2024-04", "40101", "2"});
        boolean otherClass = read(reader, 6, new String[] {"13101", "2024-03", "40102", "2"});

        // Then
        assertFalse(same);
        assertTrue(otherArea && otherPeriod && otherClass);
        assertEquals(
                List.of(new Conflicts.Group(
                        ConflictType.DUPLICATE_CELL, null, "13101 2024-03 40101", 1, List.of(3L), null)),
                conflicts.groups());
    }

    @Test
    void rowThatWasRefusedDoesNotTakeTheCell() {
        // Given
        RowReader reader = reader("A", plain());
        read(reader, 2, new String[] {"13101", "2024-03", "40101", "x"});

        // When
        boolean taken = read(reader, 3, new String[] {"13101", "2024-03", "40101", "2"});

        // Then
        assertTrue(taken);
    }

    private RowReader reader(String unstatedStatus, Map<String, Origin> components) {
        ImportProfile profile = ImportProfile.plain("plain", components, HEADER);
        table.add(1, HEADER.toArray(String[]::new));
        try {
            rows = new ShapedRows(table, profile, conflicts);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new RowReader(
                Definition.cases(), profile, unstatedStatus, new Schemes(TERRITORIES, CLASSIFICATIONS, null), rows);
    }

    private boolean read(RowReader reader, long line, String[] cells) {
        String[] row = Arrays.copyOf(cells, HEADER.size());
        Arrays.fill(row, cells.length, row.length, "");
        table.add(line, row);
        try {
            assertTrue(rows.next());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return reader.read();
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
        return Origin.ofColumn(header);
    }
}
