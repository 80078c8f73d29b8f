package cl.observatory.ingest.indicator;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Event;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.ingest.AtOnce;
import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Servers.class)
class IndicatorsTest {

    private String cases;
    private String people;
    private String code;

    @BeforeEach
    void defineDatasets() {
        cases = Cases.define().dataset();
        people = Definitions.newId();
        Cases.post("/v1/datasets", Definitions.population(people)).statusCode(201);
        code = Definitions.newId().replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Test
    void newIndicatorIsVersionOne() {
        // When
        ValidatableResponse answer = put(rate());

        // Then
        answer.statusCode(200)
                .header("ETag", "\"1\"")
                .body("code", equalTo(code))
                .body("version", equalTo(1))
                .body("numerator.filters.CRIME_CLASS", equalTo(List.of("40101", "40102")))
                .body("per", equalTo(100_000));
        List<Event> events = Store.outbox(code);
        assertEquals(1, events.size());
        assertEquals(IndicatorDefined.TYPE, events.getFirst().type());
        IndicatorDefined told = events.getFirst().data(IndicatorDefined.class);
        assertEquals(people, told.denominator().dataset());
        assertEquals(1, told.version());
    }

    @Test
    void changeNamesTheVersionThatStands() {
        // Given
        put(rate()).statusCode(200);

        // When
        ValidatableResponse answer = put(rate().replace("40102", "40103"), "\"1\"");

        // Then
        answer.statusCode(200).header("ETag", "\"2\"").body("version", equalTo(2));
        assertEquals(
                List.of(1L, 2L),
                Store.outbox(code).stream()
                        .map(event -> event.data(IndicatorDefined.class).version())
                        .toList());
    }

    @Test
    void changeThatNamesNoVersionIsRefused() {
        // Given
        put(rate()).statusCode(200);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = put(rate().replace("40102", "40103"));

        // Then
        isProblem(answer, 428, "VERSION_REQUIRED").body("detail", containsString("1"));
        assertEquals(before, Store.contents());
    }

    @Test
    void changeThatNamesAnotherVersionIsRefused() {
        // Given
        put(rate()).statusCode(200);
        put(rate().replace("40102", "40103"), "\"1\"").statusCode(200);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse stale = put(rate().replace("40102", "40104"), "\"1\"");
        ValidatableResponse early = put(rate().replace("40102", "40104"), "\"3\"");

        // Then
        isProblem(stale, 412, "VERSION_STALE").body("detail", containsString("2"));
        isProblem(early, 412, "VERSION_STALE");
        assertEquals(before, Store.contents());
    }

    @Test
    void sameDefinitionAgainChangesNothing() {
        // Given
        put(rate()).statusCode(200);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = put(rate());

        // Then
        answer.statusCode(200).body("version", equalTo(1));
        assertEquals(before, Store.contents());
    }

    @Test
    void versionOfAnIndicatorThatIsNotThereIsNotFound() {
        isProblem(put(rate(), "\"1\""), 404, "UNKNOWN_INDICATOR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "*", "W/\"1\"", "\"x\"", "\"1\", \"2\"", "\"9999999999999999999\""})
    void versionIsANumberInQuotes(String ifMatch) {
        isProblem(put(rate(), ifMatch), 400, "INVALID_REQUEST").body("errors[0].parameter", equalTo("If-Match"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate", "RATE-1", "1RATE", "RATE_", "R%C3%81TE", "A%00B"})
    void codeIsPartOfAddressesAndSoPlain(String malformed) {
        ValidatableResponse answer = request()
                .urlEncodingEnabled(false)
                .body(rate().getBytes(StandardCharsets.UTF_8))
                .put("/v1/indicators/" + malformed)
                .then();

        isProblem(answer, 400, "INVALID_REQUEST").body("errors[0].parameter", equalTo("code"));
    }

    @Test
    void manyWhoDefineTheSameAtOnceDefineItOnce() throws Exception {
        // When
        List<Integer> statuses = AtOnce.run(6, caller -> put(rate()).extract().statusCode());

        // Then
        assertEquals(List.of(200, 200, 200, 200, 200, 200), statuses);
        assertEquals(1, Store.outbox(code).size());
    }

    @Test
    void manyWhoChangeTheSameVersionChangeItOnce() throws Exception {
        // Given
        put(rate()).statusCode(200);

        // When
        List<Integer> statuses = AtOnce.run(
                6,
                caller -> put(rate().replace("Tasa", "Tasa " + caller), "\"1\"")
                        .extract()
                        .statusCode());

        // Then
        assertEquals(1, statuses.stream().filter(status -> status == 200).count());
        assertEquals(5, statuses.stream().filter(status -> status == 412).count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"per\": 100000,             | ``                        | DEFINITION_INVALID | /per",
                "\"per\": 100000,             | \"per\": 0,               | INVALID_REQUEST    | /per",
                "\"type\": \"RATE\"           | \"type\": \"COUNT\"       | DEFINITION_INVALID | /denominator",
                "\"type\": \"RATE\"           | \"type\": \"MEDIAN\"      | MALFORMED_BODY     | /type",
                "\"40101\", \"40102\"         | \"40101\", \"4\"          | DEFINITION_INVALID | /numerator/filters/CRIME_CLASS/0",
                "\"40101\", \"40102\"         | \"40101\", \"40101\"      | DEFINITION_INVALID | /numerator/filters/CRIME_CLASS/1",
                "\"40101\", \"40102\"         | \"40101\", \"40199\"      | DEFINITION_INVALID | /numerator/filters/CRIME_CLASS/1",
                "\"40101\", \"40102\"         | ``                        | INVALID_REQUEST    | /numerator/filters/CRIME_CLASS",
                "\"CRIME_CLASS\":             | \"SEX/AGE\":              | DEFINITION_INVALID | /numerator/filters/SEX~1AGE",
                "\"CRIME_CLASS\":             | \"SEX\":                  | DEFINITION_INVALID | /numerator/filters/CRIME_CLASS",
                "\"unit\": \"R100K\"          | \"unit\": \"\"            | INVALID_REQUEST    | /unit",
                "\"es\": \"Tasa\"             | \"es\": \"\"              | INVALID_REQUEST    | /labels/es",
                "\"proxy\": false             | \"formula\": \"a/b\"      | MALFORMED_BODY     | /formula"
            })
    void fieldThatCannotBeUsedIsNamed(String field, String instead, String problem, String pointer) {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = put(rate().replace(field, instead));

        // Then
        isProblem(answer, 400, problem).body("errors.pointer", hasItem(pointer));
        assertEquals(before, Store.contents());
    }

    @Test
    void estimateIsOneCellAsItWasPublished() {
        // Given
        String estimates = dataset("ESTIMATE", ", \"statistic\": \"PERCENT\"");

        // When
        ValidatableResponse answer = put(plain("ESTIMATE", estimates, "\"40101\""));

        // Then
        answer.statusCode(200).body("type", equalTo("ESTIMATE")).body("numerator.dataset", equalTo(estimates));
    }

    @Test
    void whatIsNeverAddedUpTakesOneCodeOfEachDimension() {
        // Given
        String index = dataset("INDEX", "");
        String distinct = dataset("COUNT", ", \"aggregation\": \"NONE\"");

        // When
        ValidatableResponse ofIndex = put(plain("INDEX", index, "\"40101\", \"40102\""));
        ValidatableResponse ofCount = put(plain("COUNT", distinct, "\"40101\", \"40102\""));

        // Then
        isProblem(ofIndex, 400, "DEFINITION_INVALID").body("errors.code", equalTo(List.of("ONE_CODE_EACH")));
        isProblem(ofCount, 400, "DEFINITION_INVALID").body("errors.code", equalTo(List.of("ONE_CODE_EACH")));
        put(plain("AMOUNT", dataset("AMOUNT", ""), "\"40101\", \"40102\"")).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"COUNT,INDEX", "INDEX,COUNT", "AMOUNT,COUNT", "COUNT,AMOUNT"})
    void typeOfAnIndicatorFitsTheKindOfItsDataSet(String type, String kind) {
        isProblem(put(plain(type, dataset(kind, ""), "\"40101\"")), 400, "DEFINITION_INVALID")
                .body("errors.code", equalTo(List.of("TYPE_OF_ANOTHER_KIND")));
    }

    @ParameterizedTest
    @CsvSource({"AMOUNT,200", "INDEX,400"})
    void rateDividesWhatAddsUp(String kind, int status) {
        put(rate().replace(cases, dataset(kind, "")).replace("\"40101\", \"40102\"", "\"40101\""))
                .statusCode(status);
    }

    private static String dataset(String kind, String more) {
        String id = Definitions.newId();
        Cases.post(
                        "/v1/datasets",
                        Definitions.cases(id)
                                .replace("\"COUNT\"", "\"%s\"".formatted(kind))
                                .replace("\"synthetic\": true", "\"synthetic\": true" + more))
                .statusCode(201);
        return id;
    }

    private static String plain(String type, String dataset, String codes) {
        return """
                {"labels": {"es": "Valor", "en": "Value"}, "description": {"es": "Qué es", "en": "What it is"},
                 "type": "%s", "numerator": {"dataset": "%s", "filters": {"CRIME_CLASS": [%s]}},
                 "unit": "PT", "direction": "AMBIGUOUS", "proxy": false}
                """.formatted(type, dataset, codes);
    }

    @Test
    void denominatorIsAPopulation() {
        isProblem(put(rate().replace(people, cases)), 400, "DEFINITION_INVALID")
                .body("errors.code", hasItem("NOT_A_POPULATION"));
    }

    @Test
    void datasetsSpeakOfTheSameLevel() {
        // Given
        String regions = Definitions.newId();
        Cases.post("/v1/datasets", Definitions.population(regions).replace("commune", "region"))
                .statusCode(201);

        // When
        ValidatableResponse answer = put(rate().replace(people, regions));

        // Then
        isProblem(answer, 400, "DEFINITION_INVALID").body("errors.code", hasItem("OTHER_LEVEL"));
    }

    @Test
    void unknownDatasetIsNamed() {
        isProblem(put(rate().replace(cases, "no-such-dataset")), 404, "UNKNOWN_DATASET")
                .body("detail", containsString("no-such-dataset"));
    }

    @Test
    void answerStaysShortHoweverManyDimensionsAreUnknown() {
        // Given
        StringBuilder filters = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            filters.append("\"D").append(i).append("\": [\"x\"], ");
        }

        // When
        ValidatableResponse answer = put(rate().replace("\"CRIME_CLASS\":", filters + "\"CRIME_CLASS\":"));

        // Then
        isProblem(answer, 400, "DEFINITION_INVALID").body("errors.size()", equalTo(10));
    }

    private String rate() {
        return """
                {"labels": {"es": "Tasa", "en": "Rate"},
                 "description": {"es": "Casos por 100.000 habitantes", "en": "Cases per 100,000 inhabitants"},
                 "type": "RATE",
                 "numerator": {"dataset": "%s", "filters": {"CRIME_CLASS": ["40101", "40102"]}},
                 "denominator": {"dataset": "%s", "filters": {}},
                 "per": 100000, "unit": "R100K", "direction": "AMBIGUOUS", "proxy": false}
                """.formatted(cases, people);
    }

    private ValidatableResponse put(String body) {
        return request()
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/indicators/{code}", code)
                .then();
    }

    private ValidatableResponse put(String body, String ifMatch) {
        return request()
                .header("If-Match", ifMatch)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/indicators/{code}", code)
                .then();
    }

    private static RequestSpecification request() {
        return Caller.steward().contentType(ContentType.JSON);
    }

    private static ValidatableResponse isProblem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
