package cl.observatory.ingest.check;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a data set, through the door. */
@QuarkusTest
@WithTestResource(Servers.class)
class ChecksTest {

    /** One of each type. */
    private static final String ALL = """
            {"rules": [
              {"type": "VALUE_DOMAIN", "name": "domain", "level": "ERROR", "min": 0, "max": 1E+4},
              {"type": "TOTAL_OF_PARTS", "name": "robberies", "level": "ERROR", "dimension": "CRIME_CLASS",
               "total": "201", "parts": ["20101", "20102"], "tolerance": {"absolute": 1, "relative": 0.10}},
              {"type": "CONTROL_TOTAL", "name": "of-2024", "level": "WARNING", "period": "2024", "expected": 15911,
               "filters": {"CRIME_CLASS": ["40101"]}, "territories": ["13"]},
              {"type": "COVERAGE", "name": "coverage", "level": "WARNING", "territories": "ALL_OF_LEVEL",
               "periods": "GAPLESS", "except": ["12202"]},
              {"type": "OUTLIERS", "name": "outliers", "level": "WARNING", "threshold": 8.50, "minHistory": 24},
              {"type": "REVISION", "name": "revision", "level": "WARNING", "maxShare": 0.05},
              {"type": "FUTURE_PERIOD", "name": "future", "level": "ERROR"},
              {"type": "PERIOD_RANGE", "name": "range", "level": "ERROR", "earliest": "2005-01"}]}
            """;

    private static final String NOTHING = "{\"rules\": []}";

    private String dataset;

    @BeforeEach
    void defineDataset() {
        dataset = Definitions.newId();
        Cases.post("/v1/datasets", Definitions.cases(dataset)).statusCode(201);
    }

    @Test
    void countsHaveRulesBeforeAnyAreStored() {
        get().statusCode(200)
                .header("ETag", "\"0\"")
                .body("version", equalTo(0))
                .body("rules.type", contains("FUTURE_PERIOD", "COVERAGE", "OUTLIERS", "REVISION"))
                .body("rules.level", contains("ERROR", "WARNING", "WARNING", "WARNING"))
                .body("rules[1].territories", equalTo("AS_LAST_RELEASE"))
                .body("rules[2].minHistory", equalTo(24));
    }

    @Test
    void populationMaySpeakOfTheFuture() {
        // Given
        dataset = Definitions.newId();
        Cases.post("/v1/datasets", Definitions.population(dataset)).statusCode(201);

        // When
        ValidatableResponse answer = get();

        // Then
        answer.statusCode(200).body("rules.type", contains("COVERAGE"));
    }

    @Test
    void rulesAreStoredAndShown() {
        // When
        put(ALL).statusCode(200).header("ETag", "\"1\"").body("version", equalTo(1));

        // Then
        get().statusCode(200)
                .header("ETag", "\"1\"")
                .body("dataset", equalTo(dataset))
                .body("rules.size()", equalTo(8))
                .body("rules[0].type", equalTo("VALUE_DOMAIN"))
                .body("rules[0].max", equalTo(10_000))
                .body("rules[1].parts", contains("20101", "20102"))
                .body("rules[1].tolerance.relative", equalTo(0.1f))
                .body("rules[4].threshold", equalTo(8.5f))
                .body("rules[7].earliest", equalTo("2005-01"));
    }

    @Test
    void approverSeesThem() {
        Caller.approver().get("/v1/datasets/{id}/checks", dataset).then().statusCode(200);
    }

    @Test
    void readerDoesNot() {
        Caller.as("reader", "data:read")
                .get("/v1/datasets/{id}/checks", dataset)
                .then()
                .statusCode(403);
    }

    @Test
    void approverDoesNotChangeThem() {
        Caller.approver()
                .contentType(ContentType.JSON)
                .body(NOTHING)
                .put("/v1/datasets/{id}/checks", dataset)
                .then()
                .statusCode(403);
    }

    @Test
    void sameRulesAgainChangeNothing() {
        // Given
        put(ALL).statusCode(200);

        // When
        ValidatableResponse answer = put(ALL.replace("8.50", "8.5").replace("1E+4", "10000.0"));

        // Then
        answer.statusCode(200).body("version", equalTo(1));
        assertEquals(1, Store.number("select count(*) from check_plan where dataset_id = ?", dataset));
    }

    @Test
    void changeNamesTheVersionThatStands() {
        // Given
        put(ALL, "\"0\"").statusCode(200);

        // When
        ValidatableResponse silent = put(NOTHING);
        ValidatableResponse stale = put(NOTHING, "\"0\"");
        ValidatableResponse early = put(NOTHING, "\"2\"");
        ValidatableResponse right = put(NOTHING, "\"1\"");

        // Then
        isProblem(silent, 428, "VERSION_REQUIRED").body("detail", containsString("1"));
        isProblem(stale, 412, "VERSION_STALE");
        isProblem(early, 412, "VERSION_STALE");
        right.statusCode(200).body("version", equalTo(2)).body("rules.size()", equalTo(0));
        assertEquals(2, Store.number("select count(*) from check_plan where dataset_id = ?", dataset));
    }

    @Test
    void manyWhoChangeTheSameVersionChangeItOnce() throws Exception {
        // When
        List<Integer> statuses = AtOnce.run(
                6,
                caller -> put(ALL.replace("\"minHistory\": 24", "\"minHistory\": " + (30 + caller)), "\"0\"")
                        .extract()
                        .statusCode());

        // Then
        assertEquals(1, statuses.stream().filter(status -> status == 200).count());
        assertEquals(5, statuses.stream().filter(status -> status == 412).count());
    }

    @Test
    void unknownDatasetIsNamed() {
        dataset = "no-such-dataset";
        isProblem(get(), 404, "UNKNOWN_DATASET");
        isProblem(put(ALL), 404, "UNKNOWN_DATASET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "*", "W/\"1\"", "\"x\"", "\"9999999999999999999\""})
    void versionIsANumberInQuotes(String ifMatch) {
        isProblem(put(ALL, ifMatch), 400, "INVALID_REQUEST").body("errors[0].parameter", equalTo("If-Match"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"future\"                      | \"range\"                | DEFINITION_INVALID | /rules/7/name              | RULE_TWICE",
                "\"min\": 0, \"max\": 1E+4       | \"min\": null            | DEFINITION_INVALID | /rules/0/min               | RULE_WITHOUT_BOUND",
                "\"min\": 0,                     | \"min\": 10001,          | DEFINITION_INVALID | /rules/0/max               | BOUNDS_CROSSED",
                "\"dimension\": \"CRIME_CLASS\"  | \"dimension\": \"SEX\"   | DEFINITION_INVALID | /rules/1/dimension         | DIMENSION_UNKNOWN",
                "\"total\": \"201\",             | ``                       | DEFINITION_INVALID | /rules/1/parts             | PARTS_WITHOUT_TOTAL",
                "\"total\": \"201\",             | \"total\": \"2O1\",      | DEFINITION_INVALID | /rules/1/total             | CODE_UNKNOWN",
                "\"total\": \"201\",             | \"total\": \"20102\",    | DEFINITION_INVALID | /rules/1/parts             | PART_OF_ITSELF",
                "\"201\", \"parts\": [\"20101\", \"20102\"] | \"20101\" | DEFINITION_INVALID | /rules/1/total             | TOTAL_WITHOUT_PARTS",
                "\"20101\", \"20102\"            | \"20101\", \"20101\"     | DEFINITION_INVALID | /rules/1/parts/1           | CODE_TWICE",
                "\"20101\", \"20102\"            | \"20101\", \"x\"         | DEFINITION_INVALID | /rules/1/parts/1           | CODE_UNKNOWN",
                "\"period\": \"2024\"            | \"period\": \"2024-Q1\"  | DEFINITION_INVALID | /rules/2/period            | PERIOD_UNUSABLE",
                "{\"CRIME_CLASS\":               | {\"S/X\":                | DEFINITION_INVALID | /rules/2/filters/S~1X      | DIMENSION_UNKNOWN",
                "[\"40101\"]                     | [\"40199\"]              | DEFINITION_INVALID | /rules/2/filters/CRIME_CLASS/0 | CODE_UNKNOWN",
                "[\"13\"]                        | [\"99\"]                 | DEFINITION_INVALID | /rules/2/territories/0     | CODE_UNKNOWN",
                "[\"12202\"]                     | [\"1220\"]               | DEFINITION_INVALID | /rules/3/except/0          | CODE_UNKNOWN",
                "\"earliest\": \"2005-01\"       | \"latest\": \"2005\"     | DEFINITION_INVALID | /rules/7/latest            | PERIOD_UNUSABLE",
                "\"earliest\": \"2005-01\"       | \"latest\": null         | DEFINITION_INVALID | /rules/7/earliest          | RULE_WITHOUT_BOUND",
                "\"earliest\": \"2005-01\"       | \"earliest\": \"2005-02\", \"latest\": \"2005-01\" | DEFINITION_INVALID | /rules/7/latest | BOUNDS_CROSSED"
            })
    void ruleThatDoesNotFitTheDatasetIsNamed(
            String field, String instead, String problem, String pointer, String fault) {
        // When
        ValidatableResponse answer = put(ALL.replaceFirst(Pattern.quote(field), instead));

        // Then
        isProblem(answer, 400, problem).body("errors.pointer", hasItem(pointer)).body("errors.code", hasItem(fault));
        assertEquals(0, Store.number("select count(*) from check_plan where dataset_id = ?", dataset));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"level\": \"ERROR\", \"min\"   | \"min\"                    | INVALID_REQUEST | /rules/0/level",
                "\"name\": \"domain\"            | \"name\": \"Domain\"       | INVALID_REQUEST | /rules/0/name",
                "\"max\": 1E+4                   | \"max\": 1E+1000000000     | INVALID_REQUEST | /rules/0/max",
                "\"max\": 1E+4                   | \"max\": 1E-1000000000     | INVALID_REQUEST | /rules/0/max",
                "\"max\": 1E+4                   | \"max\": \"1\"             | MALFORMED_BODY  | /rules/0/max",
                "\"relative\": 0.10              | \"relative\": 1.1          | INVALID_REQUEST | /rules/1/tolerance/relative",
                "\"absolute\": 1                 | \"absolute\": -1           | INVALID_REQUEST | /rules/1/tolerance/absolute",
                "\"threshold\": 8.50             | \"threshold\": 2           | INVALID_REQUEST | /rules/4/threshold",
                "\"minHistory\": 24              | \"minHistory\": 4          | INVALID_REQUEST | /rules/4/minHistory",
                "\"minHistory\": 24              | \"minHistory\": 24.5       | MALFORMED_BODY  | /rules/4/minHistory",
                "\"maxShare\": 0.05              | \"maxShare\": 5            | INVALID_REQUEST | /rules/5/maxShare",
                "\"FUTURE_PERIOD\"               | \"FUTURE_PERIODS\"         | MALFORMED_BODY  | /rules/6",
                "\"type\": \"FUTURE_PERIOD\",    | ``                         | MALFORMED_BODY  | /rules/6",
                "\"GAPLESS\"                     | \"GAPS\"                   | MALFORMED_BODY  | /rules/3/periods",
                "\"earliest\"                    | \"first\"                  | MALFORMED_BODY  | /rules/7/first"
            })
    void fieldThatCannotBeUsedIsNamed(String field, String instead, String problem, String pointer) {
        // When
        ValidatableResponse answer = put(ALL.replace(field, instead));

        // Then
        isProblem(answer, 400, problem)
                .body("errors.pointer", hasItem(pointer))
                .body(not(containsString("cl.observatory")));
        assertEquals(0, Store.number("select count(*) from check_plan where dataset_id = ?", dataset));
    }

    private ValidatableResponse get() {
        return Caller.steward().get("/v1/datasets/{id}/checks", dataset).then();
    }

    private ValidatableResponse put(String body) {
        return put(Caller.steward(), body);
    }

    private ValidatableResponse put(String body, String ifMatch) {
        return put(Caller.steward().header("If-Match", ifMatch), body);
    }

    private ValidatableResponse put(RequestSpecification caller, String body) {
        return caller.contentType(ContentType.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/datasets/{id}/checks", dataset)
                .then();
    }

    private static ValidatableResponse isProblem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
