package cl.observatory.ingest.reading;

import static cl.observatory.ingest.classification.Schemes.CLASSIFICATIONS;
import static cl.observatory.ingest.territory.TerritoryTable.TERRITORIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.ingest.Definition;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.conflict.Conflicts;
import cl.observatory.ingest.profile.ImportProfile;
import cl.observatory.ingest.profile.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside the values of estimates, as files have it. */
class EstimateColumnsTest {

    private static final List<String> ATTRIBUTES = List.of("se", "low", "high", "n", "df");

    private final Conflicts conflicts = new Conflicts();
    private RowReader reader;

    @Test
    void attributesAreReadInTheUnitsOfTheDataSetAndNumbersOfPeopleAsTheyAre() {
        // When
        boolean taken = read("PROPORTION", "0.36", "0.015", "0.331", "0.39", "480", "37");

        // Then
        assertTrue(taken);
        assertEquals(3_600, reader.value());
        assertEquals(
                Map.of(
                        ObservationAttribute.STD_ERR, 150L,
                        ObservationAttribute.LOWER_CI, 3_310L,
                        ObservationAttribute.UPPER_CI, 3_900L,
                        ObservationAttribute.SAMPLE_SIZE, 480L,
                        ObservationAttribute.DF, 37L),
                reader.beside());
    }

    @Test
    void attributesThatARowLacksAreAbsent() {
        // When
        boolean taken = read("PROPORTION", "0.36", "-", "", "s/i", "480", "");

        // Then
        assertTrue(taken);
        assertEquals(Map.of(ObservationAttribute.SAMPLE_SIZE, 480L), reader.beside());
    }

    @Test
    void missingValueMayHaveASample() {
        // When
        boolean taken = read("PROPORTION", "-", "", "", "", "12", "");

        // Then
        assertTrue(taken);
        assertEquals(ObservationBatch.MISSING, reader.value());
        assertEquals(Map.of(ObservationAttribute.SAMPLE_SIZE, 12L), reader.beside());
    }

    @ParameterizedTest
    @CsvSource({
        "PROPORTION,1.01,,,,,,NOT_A_SHARE,value",
        "PROPORTION,-0.01,,,,,,NOT_A_SHARE,value",
        "PERCENT,100.1,,,,,,NOT_A_SHARE,value",
        "MEAN,5,-0.1,,,,,NEGATIVE_ATTRIBUTE,se",
        "MEAN,5,,,,-1,,NEGATIVE_ATTRIBUTE,n",
        "MEAN,5,,,,,-1,NEGATIVE_ATTRIBUTE,df",
        "MEAN,5,,5.1,6,,,VALUE_OUTSIDE_INTERVAL,value",
        "MEAN,5,,4,4.9,,,VALUE_OUTSIDE_INTERVAL,value",
        "MEAN,5,,,4.9,,,VALUE_OUTSIDE_INTERVAL,value",
        "MEAN,-,,5,4,,,VALUE_OUTSIDE_INTERVAL,value",
        "MEAN,5,x,,,,,NOT_A_NUMBER,se",
        "MEAN,5,0.00001,,,,,TOO_PRECISE,se",
        "MEAN,5,,,,480.5,,NOT_WHOLE,n",
        "MEAN,5,,,,1.096,,NOT_WHOLE,n"
    })
    void whatContradictsItselfIsAConflict(
            String statistic,
            String value,
            String error,
            String low,
            String high,
            String sample,
            String freedom,
            ConflictType conflict,
            String column) {
        // When
        boolean taken = read(statistic, value, error, low, high, sample, freedom);

        // Then
        assertFalse(taken);
        assertEquals(conflict, conflicts.groups().getFirst().type());
        assertEquals(column, conflicts.groups().getFirst().column());
    }

    @ParameterizedTest
    @CsvSource({
        "PROPORTION,1,0,1,1",
        "PROPORTION,0,0,0,0",
        "PERCENT,100,0.5,99,100",
        "MEAN,-5,0.5,-6,-4",
        "MEAN,101,0,101,101"
    })
    void endsOfARangeBelongToIt(String statistic, String value, String error, String low, String high) {
        assertTrue(read(statistic, value, error, low, high, "60", "9"));
    }

    @Test
    void fileMayLackWhatIsOptional() {
        // Given
        Map<String, Origin> components = components();
        components.replaceAll((component, origin) -> origin.column() != null && ATTRIBUTES.contains(origin.column())
                ? new Origin(origin.column(), null, null, null, null, null, null, null, null, true)
                : origin);

        // When
        boolean taken = read(
                "PROPORTION",
                ImportProfile.plain("plain", components, List.of()),
                List.of("area", "year", "value"),
                "0.5");

        // Then
        assertTrue(taken);
        assertEquals(Map.of(), reader.beside());
    }

    private boolean read(
            String statistic, String value, String error, String low, String high, String sample, String freedom) {
        List<String> header = new ArrayList<>(List.of("area", "year", "value"));
        header.addAll(ATTRIBUTES);
        return read(
                statistic,
                ImportProfile.plain("plain", components(), List.of()),
                header,
                value,
                error,
                low,
                high,
                sample,
                freedom);
    }

    private boolean read(String statistic, ImportProfile profile, List<String> header, String... numbers) {
        GivenTable table = new GivenTable();
        table.add(1, header.toArray(String[]::new));
        List<String> cells = new ArrayList<>(List.of("13101", "2024"));
        for (String number : numbers) {
            cells.add(number == null ? "" : number);
        }
        table.add(2, cells.toArray(String[]::new));
        try {
            ShapedRows rows = new ShapedRows(table, profile, conflicts);
            reader = new RowReader(
                    Definition.estimates(statistic),
                    profile,
                    "A",
                    new Schemes(TERRITORIES, CLASSIFICATIONS, null),
                    rows);
            assertTrue(rows.next());
            return reader.read();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, Origin> components() {
        Map<String, Origin> components = new HashMap<>();
        components.put("REF_AREA", Origin.ofColumn("area"));
        components.put("TIME_PERIOD", Origin.ofColumn("year"));
        components.put("OBS_VALUE", Origin.ofColumn("value"));
        components.put("STD_ERR", Origin.ofColumn("se"));
        components.put("LOWER_CI", Origin.ofColumn("low"));
        components.put("UPPER_CI", Origin.ofColumn("high"));
        components.put("SAMPLE_SIZE", Origin.ofColumn("n"));
        components.put("DF", Origin.ofColumn("df"));
        return components;
    }
}
