package cl.observatory.ingest.reading;

import static cl.observatory.ingest.classification.Schemes.CLASSIFICATIONS;
import static cl.observatory.ingest.territory.TerritoryTable.TERRITORIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cl.observatory.events.time.Frequency;
import cl.observatory.ingest.Definition;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.profile.Origin;
import cl.observatory.ingest.profile.PeriodReader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeReadersTest {

    private static final Schemes SCHEMES = new Schemes(TERRITORIES, CLASSIFICATIONS, null);
    private static final Origin PLAIN = Origin.ofColumn("column");

    @ParameterizedTest
    @CsvSource({
        "commune, 13101, 13101",
        "commune, 01101, 01101",
        "commune, 1101, 01101",
        "commune, 08401, 08401",
        "commune, 8401, 08401",
        "province, 131, 131",
        "province, 011, 011",
        "province, 11, 011",
        "region, 13, 13",
        "region, 1, 01",
        "country, CL, CL"
    })
    void territoryIsReadWithTheZeroThatASpreadsheetLost(String level, String text, String code) {
        assertEquals(code, territory(level).apply(text).code());
    }

    @ParameterizedTest
    @CsvSource({
        "commune, 1999, UNKNOWN_TERRITORY",
        "commune, 99999, UNKNOWN_TERRITORY",
        "commune, 101, WRONG_LEVEL",
        "commune, 001101, UNKNOWN_TERRITORY",
        "commune, Santiago, UNKNOWN_TERRITORY",
        "commune, '', UNKNOWN_TERRITORY",
        "commune, -1101, UNKNOWN_TERRITORY",
        "commune, 1101.0, UNKNOWN_TERRITORY",
        "commune, ١١٠١, UNKNOWN_TERRITORY",
        "commune, 13, WRONG_LEVEL",
        "commune, CL, WRONG_LEVEL",
        "commune, 131, WRONG_LEVEL",
        "region, 131, WRONG_LEVEL",
        "region, 13101, WRONG_LEVEL",
        "country, 1, WRONG_LEVEL",
        "country, 99, UNKNOWN_TERRITORY"
    })
    void otherTextIsNoTerritoryOfTheLevel(String level, String text, ConflictType conflict) {
        Coded coded = territory(level).apply(text);

        assertNull(coded.code());
        assertEquals(conflict, coded.conflict());
    }

    @Test
    void namesCountOnlyWhenTheProfileTranslatesThem() {
        // Given
        Origin names = translating("comuna", Map.of("Ñuñoa", "13120", "TOTAL PAÍS", "CL"));

        // When
        Function<String, Coded> reader =
                CodeReaders.territory(SCHEMES, Definition.cases(), new Translation(names, null));

        // Then
        assertEquals("13120", reader.apply("Ñuñoa").code());
        assertEquals(ConflictType.WRONG_LEVEL, reader.apply("TOTAL PAÍS").conflict());
        assertEquals(ConflictType.UNKNOWN_TERRITORY, reader.apply("Nunoa").conflict());
        assertEquals("13120 Ñuñoa", reader.apply("Nunoa").suggestion());
        assertEquals(ConflictType.UNKNOWN_TERRITORY, reader.apply("13120").conflict());
    }

    @Test
    void everyCommuneHasAPlaceOfItsOwn() {
        // Given
        Function<String, Coded> reader = territory("commune");

        // When
        Set<Long> places = new HashSet<>();
        TERRITORIES
                .codes("commune")
                .forEach(code -> places.add(reader.apply(code).ordinal()));

        // Then
        assertEquals(TERRITORIES.codes("commune").size(), places.size());
    }

    @ParameterizedTest
    @CsvSource({"40101", "401", "4", "99903"})
    void codeOfEveryLevelOfATreeIsRead(String code) {
        assertEquals(code, crimeClass(PLAIN).apply(code).code());
    }

    @ParameterizedTest
    @CsvSource({"40199", "040101", "Hurtos", "''"})
    void otherTextIsNoCode(String text) {
        assertEquals(ConflictType.UNKNOWN_CODE, crimeClass(PLAIN).apply(text).conflict());
    }

    @Test
    void labelsAreTranslatedByTheProfile() {
        // Given
        Origin labels = translating("delito", Map.of("Hurtos", "60401"));

        // When
        Function<String, Coded> reader = crimeClass(labels);

        // Then
        assertEquals("60401", reader.apply("Hurtos").code());
        assertEquals(ConflictType.UNKNOWN_CODE, reader.apply("60401").conflict());
    }

    @ParameterizedTest
    @CsvSource({"A", "P", "U", "O", "M", "L"})
    void statusOfAPublisherIsRead(String status) {
        assertEquals(
                status,
                CodeReaders.status(new Translation(PLAIN, null)).apply(status).code());
    }

    /** Q hides a value; that is ours to say. */
    @ParameterizedTest
    @CsvSource({"Q", "a", "X", "AA"})
    void otherStatusIsUnknown(String status) {
        assertEquals(
                ConflictType.UNKNOWN_STATUS,
                CodeReaders.status(new Translation(PLAIN, null)).apply(status).conflict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void emptyStatusStatesNothing(String text) {
        assertEquals(
                "A",
                CodeReaders.status(new Translation(PLAIN, null)).apply(text).code());
    }

    @Test
    void profileMaySayWhatAnEmptyStatusIs() {
        Origin estimated = translating("status", Map.of("", "E"));

        assertEquals(
                "E",
                CodeReaders.status(new Translation(estimated, null)).apply("").code());
    }

    @Test
    void periodsAreReadInTheFormOfTheProfile() {
        // Given
        Origin dates = new Origin("fecha", null, null, null, null, null, null, null, "yyyy-MM-dd", null);

        // When
        Function<String, Coded> reader = period(dates);

        // Then
        assertEquals("2024-03", reader.apply("2024-03-01").code());
        assertEquals(ConflictType.MALFORMED_PERIOD, reader.apply("2024-03").conflict());
        assertNotEquals(
                reader.apply("2024-03-01").ordinal(), reader.apply("2024-04-01").ordinal());
    }

    @Test
    void periodsThatAreNamesAreTranslated() {
        // Given
        Origin names = translating("mes", Map.of("marzo", "2024-03", "año", "2024"));

        // When
        Function<String, Coded> reader = period(names);

        // Then
        assertEquals("2024-03", reader.apply("marzo").code());
        assertEquals(ConflictType.WRONG_FREQUENCY, reader.apply("año").conflict());
        assertEquals(ConflictType.MALFORMED_PERIOD, reader.apply("abril").conflict());
    }

    private static Function<String, Coded> period(Origin origin) {
        return CodeReaders.period(
                Definition.cases("commune", Frequency.M),
                new PeriodReader(Frequency.M, origin.format(), false),
                new Translation(origin, null));
    }

    private static Origin translating(String column, Map<String, String> codes) {
        return new Origin(column, null, null, null, null, codes, null, null, null, null);
    }

    private static Function<String, Coded> territory(String level) {
        return CodeReaders.territory(SCHEMES, Definition.cases(level, Frequency.M), new Translation(PLAIN, null));
    }

    private static Function<String, Coded> crimeClass(Origin origin) {
        return CodeReaders.classified(CLASSIFICATIONS, "CEAD-2024", new Translation(origin, null));
    }
}
