package cl.observatory.ingest.alertrule;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.time.Frequency;
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
import java.math.BigDecimal;
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
class AlertRulesTest {

    private String dataset;
    private String indicator;
    private String code;

    @BeforeEach
    void defineIndicator() {
        dataset = Definitions.newId();
        Cases.post("/v1/datasets", Definitions.cases(dataset)).statusCode(201);
        indicator = code(dataset);
        define(indicator, "COUNT", dataset, "{\"CRIME_CLASS\": [\"40101\"]}", "CASES");
        code = "RULE_" + indicator;
    }

    @Test
    void ruleIsToldWithWhatWasLeftOut() {
        // When
        ValidatableResponse answer = put(baseline());

        // Then
        answer.statusCode(200)
                .header("ETag", "\"1\"")
                .body("code", equalTo(code))
                .body("version", equalTo(1))
                .body("level", equalTo("commune"))
                .body("method.alpha", equalTo(0.01f))
                .body("method.yearsBack", equalTo(5))
                .body("method.halfWindow", equalTo(1))
                .body("method.minimumCount", equalTo(5))
                .body("method", not(hasKey("k")))
                .body("includeProvisional", equalTo(false))
                .body("allowBreak", equalTo(false))
                .body("active", equalTo(true));
        List<AlertRuleDefined> told = told();
        assertEquals(1, told.size());
        assertEquals(Frequency.M, told.getFirst().frequency());
        assertEquals(new BigDecimal("0.01"), told.getFirst().method().alpha());
        assertEquals(
                1,
                Store.number(
                        "select count(*) from audit_entry where subject = ? and action = 'ALERT_RULE_DEFINED'",
                        "alert-rules/" + code));
    }

    @Test
    void everyMethodCanBeDefined() {
        // When
        put(method("{\"type\": \"CUSUM\", \"k\": 0.50}")).statusCode(200).body("method.runLength", equalTo(12));
        put(method("{\"type\": \"THRESHOLD\", \"direction\": \"BELOW\", \"value\": 100}"), "\"1\"")
                .statusCode(200)
                .body("method.value", equalTo(100));
        put(newRelease(), "\"2\"").statusCode(200).body("$", not(hasKey("level")));

        // Then
        assertEquals(
                List.of(AlertRuleDefined.CUSUM, AlertRuleDefined.THRESHOLD, AlertRuleDefined.NEW_RELEASE),
                told().stream().map(rule -> rule.method().type()).toList());
        assertEquals(new BigDecimal("0.5"), told().getFirst().method().k());
    }

    @Test
    void equalRuleAgainChangesNothing() {
        // Given
        put(baseline()).statusCode(200);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = put(method("{\"type\": \"BASELINE\", \"alpha\": 0.010, \"yearsBack\": 5}"));

        // Then
        answer.statusCode(200).header("ETag", "\"1\"");
        assertEquals(before, Store.contents());
    }

    @Test
    void changeNamesTheVersionThatStands() {
        // Given
        put(baseline()).statusCode(200);
        Map<String, Long> before = Store.contents();
        String off = baseline().replace("\"frequency\"", "\"active\": false, \"frequency\"");

        // When
        isProblem(put(off), 428, "VERSION_REQUIRED").body("detail", containsString("1"));
        isProblem(put(off, "\"7\""), 412, "VERSION_STALE");
        assertEquals(before, Store.contents());
        ValidatableResponse answer = put(off, "\"1\"");

        // Then
        answer.statusCode(200).header("ETag", "\"2\"").body("active", equalTo(false));
        assertEquals(
                List.of(1L, 2L), told().stream().map(AlertRuleDefined::version).toList());
    }

    @Test
    void manyWhoDefineTheSameAtOnceDefineItOnce() throws Exception {
        // When
        List<Integer> statuses =
                AtOnce.run(6, caller -> put(baseline()).extract().statusCode());

        // Then
        assertEquals(List.of(200, 200, 200, 200, 200, 200), statuses);
        assertEquals(1, told().size());
    }

    @Test
    void unknownRuleOrIndicatorIsNotFound() {
        isProblem(put(baseline(), "\"1\""), 404, "UNKNOWN_ALERT_RULE");
        isProblem(put(baseline().replace(indicator, "NO_SUCH_INDICATOR")), 404, "UNKNOWN_INDICATOR");
    }

    @Test
    void callerWhoMayNotWorkInTheDataSetIsRefused() {
        // When
        ValidatableResponse answer = Caller.bound("bound", Map.of("datasets", List.of("own")), "data:write")
                .contentType(ContentType.JSON)
                .body(baseline().getBytes(StandardCharsets.UTF_8))
                .put("/v1/alert-rules/{code}", code)
                .then();

        // Then
        isProblem(answer, 403, "DATASET_NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"commune\"    | \"country\", \"territories\": [\"13101\"] | DEFINITION_INVALID | /territories/0",
                "\"commune\"    | \"commune\", \"territories\": [\"99999\"] | DEFINITION_INVALID | /territories/0",
                "\"commune\"    | \"commune\", \"territories\": [\"1101\"] | INVALID_REQUEST | /territories/0",
                "\"commune\"    | null                              | DEFINITION_INVALID | /level",
                "\"commune\"    | \"barrio\"                        | MALFORMED_BODY     | /level",
                "\"M\"          | null                              | DEFINITION_INVALID | /frequency",
                "\"BASELINE\"   | \"BASELINE\", \"alpha\": 0.2      | INVALID_REQUEST    | /method/alpha",
                "\"BASELINE\"   | \"BASELINE\", \"k\": 1            | DEFINITION_INVALID | /method/k",
                "\"BASELINE\"   | \"BASELINE\", \"yearsBack\": 2    | INVALID_REQUEST    | /method/yearsBack",
                "\"BASELINE\"   | \"BASELINE\", \"halfWindow\": 3   | DEFINITION_INVALID | /method/halfWindow",
                "\"BASELINE\"   | \"THRESHOLD\", \"direction\": \"ABOVE\" | DEFINITION_INVALID | /method/value",
                "\"BASELINE\"   | \"THRESHOLD\", \"value\": 1       | DEFINITION_INVALID | /method/direction",
                "\"BASELINE\"   | \"NEW_RELEASE\"                   | DEFINITION_INVALID | /level",
                "\"BASELINE\"   | \"MOOD\"                          | MALFORMED_BODY     | /method/type",
                "\"Unusual\"    | \"\"                              | INVALID_REQUEST    | /labels/en"
            })
    void fieldThatCannotBeUsedIsNamed(String field, String instead, String problem, String pointer) {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = put(baseline().replace(field, instead));

        // Then
        isProblem(answer, 400, problem).body("errors.pointer", hasItem(pointer));
        assertEquals(before, Store.contents());
    }

    @Test
    void yearsNeedMoreOfThem() {
        // Given
        String yearly = baseline().replace("\"M\"", "\"A\"");

        // Then
        put(yearly).statusCode(200).body("method.yearsBack", equalTo(6)).body("method.halfWindow", equalTo(0));
        isProblem(
                        put(yearly.replace("\"BASELINE\"", "\"CUSUM\", \"yearsBack\": 5"), "\"1\""),
                        400,
                        "DEFINITION_INVALID")
                .body("errors.pointer", contains("/method/yearsBack"));
    }

    @Test
    void estimatesAreWatchedByThresholdAlone() {
        // Given
        String survey = Definitions.newId();
        Cases.post("/v1/datasets", Definitions.estimates(survey)).statusCode(201);
        define(code(survey), "ESTIMATE", survey, "{}", "PT");
        String threshold = method("{\"type\": \"THRESHOLD\", \"direction\": \"ABOVE\", \"value\": 0.25}")
                .replace(indicator, code(survey))
                .replace("\"M\"", "\"A\"");

        // Then
        isProblem(put(baseline().replace(indicator, code(survey))), 400, "DEFINITION_INVALID")
                .body("errors.pointer", contains("/frequency", "/method/type"));
        isProblem(put(threshold.replace("\"commune\"", "\"region\"")), 400, "DEFINITION_INVALID")
                .body("errors.pointer", contains("/level"));
        put(threshold).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule", "RULE-1", "1RULE", "RULE_"})
    void codeIsPartOfAddressesAndSoPlain(String malformed) {
        ValidatableResponse answer = request()
                .body(baseline().getBytes(StandardCharsets.UTF_8))
                .put("/v1/alert-rules/" + malformed)
                .then();

        isProblem(answer, 400, "INVALID_REQUEST").body("errors[0].parameter", equalTo("code"));
    }

    private String baseline() {
        return method("{\"type\": \"BASELINE\"}");
    }

    private String method(String method) {
        return """
                {"labels": {"es": "Inusual", "en": "Unusual"}, "indicator": "%s", "level": "commune",
                 "frequency": "M", "method": %s}
                """.formatted(indicator, method);
    }

    private String newRelease() {
        return """
                {"labels": {"es": "Nueva", "en": "New"}, "indicator": "%s", "method": {"type": "NEW_RELEASE"}}
                """.formatted(indicator);
    }

    private List<AlertRuleDefined> told() {
        return Store.outbox(code).stream()
                .map(event -> event.data(AlertRuleDefined.class))
                .toList();
    }

    private static String code(String dataset) {
        return dataset.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static void define(String indicator, String type, String dataset, String filters, String unit) {
        request()
                .body("""
                        {"labels": {"es": "Casos", "en": "Cases"}, "description": {"es": "Casos", "en": "Cases"},
                         "type": "%s", "numerator": {"dataset": "%s", "filters": %s}, "unit": "%s",
                         "direction": "AMBIGUOUS", "proxy": false}
                        """.formatted(type, dataset, filters, unit))
                .put("/v1/indicators/{code}", indicator)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse put(String body) {
        return request()
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/alert-rules/{code}", code)
                .then();
    }

    private ValidatableResponse put(String body, String ifMatch) {
        return request()
                .header("If-Match", ifMatch)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/alert-rules/{code}", code)
                .then();
    }

    private static RequestSpecification request() {
        return Caller.steward().contentType(ContentType.JSON);
    }

    private static ValidatableResponse isProblem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
