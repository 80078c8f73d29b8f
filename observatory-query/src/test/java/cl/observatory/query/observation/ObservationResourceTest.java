package cl.observatory.query.observation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.Country;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Servers.class)
class ObservationResourceTest {

    private Country country;

    @BeforeEach
    void publish() {
        country = Country.published();
    }

    @Test
    void cellIsAnsweredWithItsCodesStatusAndSource() {
        slice(Map.of("territory", "13127", "period", "2024-03", "dimension", "CRIME_CLASS:40101"))
                .body("items", hasSize(1))
                .body("items[0].territory.code", equalTo("13127"))
                .body("items[0].territory.labels.en", equalTo("en 13127"))
                .body("items[0].period", equalTo("2024-03"))
                .body("items[0].dimensions.CRIME_CLASS.code", equalTo("40101"))
                .body("items[0].dimensions.CRIME_CLASS.labels.es", equalTo("Tráfico"))
                .body("items[0].value", equalTo(239))
                .body("items[0].status", equalTo("A"))
                .body("items[0].monthsCovered", equalTo(1))
                .body("items[0].cells", equalTo(1))
                .body("sources.role", contains("OBSERVATIONS"))
                .body("sources[0].release.id", equalTo(country.cases.releaseId().toString()))
                .body("warnings.code", contains("SYNTHETIC_DATA"));
    }

    @Test
    void dimensionsAreFilteredByTheirCodes() {
        slice(Map.of("territory", "13127", "period", "2024", "dimension", "CRIME_CLASS:40102"))
                .body("items.value", contains(11));
        slice(Map.of("territory", "13127", "period", "2024", "dimension", "CRIME_CLASS:40101,40102"))
                .body("items.dimensions.CRIME_CLASS.code", contains("40101", "40102"))
                .body("items.value", contains(239, 11));
        slice(Map.of("territory", "13127", "period", "2024")).body("items.value", contains(239, 11));
    }

    @Test
    void codeThatDoesNotExistIsAWarning() {
        slice(Map.of("territory", "13127", "period", "2024", "dimension", "CRIME_CLASS:40101,99999"))
                .body("items.value", contains(239))
                .body("warnings.find { it.code == 'UNKNOWN_CODE' }.message", containsString("99999"));
        slice(Map.of("dimension", "CRIME_CLASS:99999"))
                .body("items", empty())
                .body("warnings.code", hasItem("UNKNOWN_CODE"));
    }

    @Test
    void territoryThatDoesNotExistIsAWarning() {
        slice(Map.of("territory", "99999,13127", "period", "2024", "dimension", "CRIME_CLASS:40101"))
                .body("items.value", contains(239))
                .body("warnings.find { it.code == 'UNKNOWN_TERRITORY' }.message", containsString("99999"));
        slice(Map.of("within", "99")).body("items", empty()).body("warnings.code", hasItem("UNKNOWN_TERRITORY"));
    }

    @Test
    void yearsAndHigherLevelsAreAddedUp() {
        slice(Map.of("level", "region", "period", "2024", "dimension", "CRIME_CLASS:40101"))
                .body("items.territory.code", contains("01", "08", "13", "16"))
                .body("items.value", contains(300, 10, 670, 30))
                .body("items.cells", contains(24, 12, 36, 12))
                .body("items.monthsCovered", everyItem(equalTo(12)));
    }

    @Test
    void levelAndHolderChooseTheTerritories() {
        slice(Map.of("level", "province", "within", "13", "period", "2024", "dimension", "CRIME_CLASS:40101"))
                .body("items.territory.code", contains("131", "132"))
                .body("items.value", contains(639, 31));
        slice(Map.of("within", "13", "period", "2024", "dimension", "CRIME_CLASS:40101"))
                .body("items.territory.code", contains("13101", "13127", "13203"));
    }

    @Test
    void withoutAPeriodAllPeriodsOfTheDataSetAreGiven() {
        slice(Map.of("territory", "13203", "dimension", "CRIME_CLASS:40101"))
                .body("items", hasSize(12))
                .body("items[0].period", equalTo("2024-01"))
                .body("items[11].period", equalTo("2024-12"));
    }

    @Test
    void dataSetWithoutDimensionsHasCellsWithoutCodes() {
        Caller.reader()
                .queryParam("territory", "13127,13")
                .queryParam("period", "2024")
                .get("/v1/datasets/{id}/observations", Country.PEOPLE.id())
                .then()
                .statusCode(200)
                .body("items.territory.code", contains("13", "13127"))
                .body("items.value", contains(598_756, 196_856))
                .body("items[0].dimensions.size()", equalTo(0))
                .body("items[0].monthsCovered", equalTo(12));
    }

    @Test
    void missingCellIsNullAndNeverZero() {
        // Given
        DatasetDefined dataset = Publisher.cases(Publisher.unique("cases"));
        try (Publisher publisher = new Publisher()) {
            publisher.release(
                    dataset,
                    1,
                    List.of(
                            Row.missing("13101", "2024-01", "40101", "O"),
                            Row.missing("13101", "2024-02", "40101", "M"),
                            Row.of("13101", "2024-03", "40101", 0),
                            Row.of("13127", "2024-01", "40101", 7)));
            Caller.awaitRelease(dataset.id(), 1);
        }

        // When
        ValidatableResponse cells = slice(dataset.id(), Map.of("territory", "13101"));

        // Then
        cells.body("items.period", contains("2024-01", "2024-02", "2024-03"))
                .body("items[0]", hasKey("value"))
                .body("items.value", contains(nullValue(), nullValue(), equalTo(0)))
                .body("items.status", contains("O", "M", "A"))
                .body("items.cells", contains(0, 0, 1));
        slice(dataset.id(), Map.of("territory", "13101", "period", "2024"))
                .body("items.value", contains(0))
                .body("items.monthsCovered", contains(1));
        slice(dataset.id(), Map.of("territory", "131", "period", "2024-01..2024-02"))
                .body("items.value", contains(equalTo(7), nullValue()))
                .body("items.status", contains("A", "M"))
                .body("items.cells", contains(1, 0));
    }

    @Test
    void decimalsOfTheDataSetAreThoseOfItsValues() {
        // Given
        DatasetDefined counts = Publisher.cases(Publisher.unique("cases"));
        DatasetDefined dataset = new DatasetDefined(
                counts.id(),
                counts.title(),
                counts.kind(),
                counts.level(),
                counts.unit(),
                2,
                counts.frequency(),
                counts.dimensions(),
                counts.source(),
                counts.officialStatus(),
                null,
                true,
                counts.definedAt());
        try (Publisher publisher = new Publisher()) {
            publisher.release(
                    dataset,
                    1,
                    List.of(Row.of("13101", "2024-01", "40101", 1_250), Row.of("13127", "2024-01", "40101", 5)));
            Caller.awaitRelease(dataset.id(), 1);
        }

        // When
        ValidatableResponse cells = slice(dataset.id(), Map.of("territory", "131,13101", "period", "2024-01"));

        // Then
        cells.body("items.value", contains(new BigDecimal("12.55"), new BigDecimal("12.50")));
    }

    @Test
    void pagesAreThePartsOfTheWholeList() {
        // Given
        Map<String, String> question = Map.of("within", "13", "period", "2024-01..2024-12");
        List<Object> whole = slice(with(question, "limit", "1000"))
                .body("page.nextCursor", nullValue())
                .extract()
                .path("items");

        // When
        List<Object> together = new ArrayList<>();
        Map<String, String> page = with(question, "limit", "7");
        while (page != null) {
            JsonPath answer = slice(page).extract().jsonPath();
            together.addAll(answer.getList("items"));
            String cursor = answer.getString("page.nextCursor");
            page = cursor == null ? null : with(with(question, "limit", "7"), "cursor", cursor);
        }

        // Then
        assertEquals(72, whole.size());
        assertEquals(whole, together);
    }

    @ParameterizedTest
    @CsvSource({
        "period,2023",
        "within,01",
        "territory,13127",
        "level,region",
        "dimension,CRIME_CLASS:40101",
        "asOf,2035-01-01T00:00:00Z"
    })
    void cursorBelongsToItsQuestion(String parameter, String otherValue) {
        String cursor = slice(Map.of("within", "13", "period", "2024", "limit", "1"))
                .extract()
                .path("page.nextCursor");

        refused(with(with(Map.of("within", "13", "period", "2024"), "cursor", cursor), parameter, otherValue))
                .body("errors.code", contains("CURSOR_OF_ANOTHER_QUESTION"));
    }

    @Test
    void cursorEndsWithTheReleaseThatItWasReadFrom() {
        // Given
        DatasetDefined dataset = Publisher.cases(Publisher.unique("cases"));
        List<Row> rows = List.of(Row.of("13101", "2024-01", "40101", 1), Row.of("13127", "2024-01", "40101", 2));
        String cursor;
        try (Publisher publisher = new Publisher()) {
            publisher.release(dataset, 1, rows);
            Caller.awaitRelease(dataset.id(), 1);
            cursor = slice(dataset.id(), Map.of("limit", "1")).extract().path("page.nextCursor");

            // When
            publisher.release(dataset, 2, rows);
            Caller.awaitRelease(dataset.id(), 2);
        }

        // Then
        Caller.reader()
                .queryParam("cursor", cursor)
                .get("/v1/datasets/{id}/observations", dataset.id())
                .then()
                .statusCode(400)
                .body("errors.code", contains("CURSOR_OF_ANOTHER_QUESTION"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "40101\n13101\n2024-13-01",
                "40101\n13101\n2024-01-02",
                "40101\n13101\nsoon",
                "40101\nSantiago\n2024-01-01",
                "40101\n13101",
                "a\u0000b\n13101\n2024-01-01"
            })
    void cursorThatWasWrittenByHandIsRefused(String place) {
        String cursor = slice(Map.of("limit", "1")).extract().path("page.nextCursor");
        String question = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 2)[0];
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((question + "\n" + place).getBytes(StandardCharsets.UTF_8));

        refused(Map.of("cursor", forged)).body("errors.parameter", contains("cursor"));
    }

    @ParameterizedTest
    @CsvSource({
        "dimension,40101,NOT_A_DIMENSION",
        "dimension,SEX:F,NOT_A_DIMENSION",
        "dimension,CRIME_CLASS:,NOT_A_DIMENSION",
        "dimension,'CRIME_CLASS:40101,,40102',NOT_A_DIMENSION",
        "dimension,CRIME_CLASS:4%,NOT_A_DIMENSION",
        "period,2024-Q1,FREQUENCY_NOT_AVAILABLE",
        "period,soon,NOT_A_PERIOD",
        "territory,1310,NOT_A_TERRITORY_CODE",
        "level,barrio,NOT_ONE_OF",
        "within,Ñuble,WRONG_FORM",
        "limit,0,NOT_IN_RANGE",
        "limit,1001,NOT_IN_RANGE",
        "asOf,now,NOT_AN_INSTANT",
        "cursor,bm90LW91cnM,CURSOR_OF_ANOTHER_QUESTION"
    })
    void malformedValueIsNamed(String parameter, String value, String code) {
        refused(Map.of(parameter, value))
                .body("errors.parameter", contains(parameter))
                .body("errors.code", contains(code));
    }

    /** Which of the two should count? Neither is guessed. */
    @Test
    void dimensionThatIsFilteredTwiceIsRefused() {
        Caller.reader()
                .queryParam("dimension", "CRIME_CLASS:40101", "CRIME_CLASS:40102")
                .get("/v1/datasets/{id}/observations", Country.CASES.id())
                .then()
                .statusCode(400)
                .body("errors.code", contains("DIMENSION_TWICE"));
    }

    @Test
    void unknownDataSetIsNotFound() {
        Caller.reader()
                .get("/v1/datasets/nowhere/observations")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_DATASET"))
                .body("detail", containsString("nowhere"));
    }

    @Test
    void dataSetWithoutAReleaseHasNoCells() {
        // Given
        DatasetDefined dataset = Publisher.cases(Publisher.unique("cases"));
        try (Publisher publisher = new Publisher()) {
            publisher.define(dataset);
        }

        // When
        Caller.awaitFound("/v1/datasets/{id}", dataset.id());

        // Then
        slice(dataset.id(), Map.of())
                .body("items", empty())
                .body("warnings.code", hasItem("NO_RELEASE"))
                .body("sources[0]", not(hasKey("release")));
    }

    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(name, value);
        return more;
    }

    private static ValidatableResponse slice(Map<String, String> parameters) {
        return slice(Country.CASES.id(), parameters);
    }

    private static ValidatableResponse slice(String dataset, Map<String, String> parameters) {
        return Caller.reader()
                .queryParams(parameters)
                .get("/v1/datasets/{id}/observations", dataset)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse refused(Map<String, String> parameters) {
        return Caller.reader()
                .queryParams(parameters)
                .get("/v1/datasets/{id}/observations", Country.CASES.id())
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_QUESTION"));
    }
}
