package cl.observatory.ingest.check;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the checks of a file find, and what the approver may do then. */
@QuarkusTest
@WithTestResource(Servers.class)
class CheckedImportTest {

    private static final String FUTURE = Cases.HEADER + """
            13101,2024-01,40101,3
            13101,2199-01,40101,4
            """;

    private static final String FIVE_AT_MOST = """
            {"rules": [{"type": "VALUE_DOMAIN", "name": "small", "level": "%s", "max": 5}]}
            """;

    private Cases cases;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
    }

    @Test
    void goodFilePasses() {
        // When
        String id = cases.take(Cases.FILE);

        // Then
        Cases.get(id)
                .body("checks.version", equalTo(0))
                .body("checks.findings.rule", contains("future-periods", "coverage", "outliers", "revision"))
                .body(
                        "checks.findings.outcome",
                        contains("PASSED", "NOT_APPLICABLE", "NOT_APPLICABLE", "NOT_APPLICABLE"))
                .body("checks.findings[0].message", nullValue())
                .body("checks.findings[1].code", equalTo("NO_CURRENT_RELEASE"))
                .body("checks.findings[2].code", equalTo("TOO_LITTLE_HISTORY"));
        approve(id).statusCode(200);
    }

    @Test
    void errorIsShownWithTheImport() {
        // When
        ValidatableResponse answer = cases.send(FUTURE);

        // Then
        answer.statusCode(202)
                .body("state", equalTo("AWAITING_APPROVAL"))
                .body("checks.findings[0].rule", equalTo("future-periods"))
                .body("checks.findings[0].type", equalTo("FUTURE_PERIOD"))
                .body("checks.findings[0].level", equalTo("ERROR"))
                .body("checks.findings[0].outcome", equalTo("FOUND"))
                .body("checks.findings[0].code", equalTo("FUTURE_VALUES"))
                .body("checks.findings[0].count", equalTo(1))
                .body("checks.findings[0].examples[0].territory", equalTo("13101"))
                .body("checks.findings[0].examples[0].name", equalTo("Santiago"))
                .body("checks.findings[0].examples[0].period", equalTo("2199-01"))
                .body("checks.findings[0].examples[0].codes", equalTo(Map.of("CRIME_CLASS", "40101")))
                .body("checks.findings[0].examples[0].value", equalTo(4));
        List<Object> findings = answer.extract().path("checks.findings");
        Cases.get(answer.extract().path("id")).body("checks.findings", equalTo(findings));
    }

    @Test
    void importWithAnErrorCannotBeApproved() {
        // Given
        String id = cases.take(FUTURE);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = approve(id);

        // Then
        answer.statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("CHECKS_FAILED"))
                .body("errors", hasSize(1))
                .body("errors[0].code", equalTo("FUTURE_VALUES"))
                .body("errors[0].rule", equalTo("future-periods"))
                .body("errors[0].examples[0].period", equalTo("2199-01"));
        assertEquals(before, Store.contents());
        Cases.get(id).body("state", equalTo("AWAITING_APPROVAL"));
    }

    @Test
    void importWithAnErrorCanBeRejectedAndACorrectedFileApproved() {
        // Given
        String wrong = cases.take(FUTURE);
        Cases.decide(Caller.approver(), wrong, "REJECT").statusCode(200).body("state", equalTo("REJECTED"));

        // When
        String corrected = cases.take(FUTURE.replace("2199", "2023"));

        // Then
        approve(corrected).statusCode(200);
    }

    @Test
    void importWithAWarningCanBeApproved() {
        // Given
        define(FIVE_AT_MOST.formatted("WARNING"), null);
        String id = cases.take(Cases.HEADER + "13101,2024-01,40101,9\n");

        // When
        ValidatableResponse answer = approve(id);

        // Then
        answer.statusCode(200)
                .body("checks.version", equalTo(1))
                .body("checks.findings[0].outcome", equalTo("FOUND"))
                .body("checks.findings[0].level", equalTo("WARNING"));
    }

    @Test
    void wordsAreInTheLanguageOfTheCaller() {
        // Given
        String id = cases.take(FUTURE);

        // When
        ValidatableResponse spanish = Caller.steward()
                .header("Accept-Language", "es-CL")
                .get("/v1/imports/{id}", id)
                .then();
        ValidatableResponse english = Cases.get(id);

        // Then
        spanish.body(
                "checks.findings[0].message",
                equalTo("Valores de períodos que no habían comenzado el " + today(english)
                        + ", cuando se obtuvo el archivo: 1."));
        english.body(
                "checks.findings[0].message",
                equalTo("Values of periods that had not begun on " + today(english)
                        + ", when the file was retrieved: 1."));
    }

    private static String today(ValidatableResponse answer) {
        String message = answer.extract().path("checks.findings[0].message");
        return message.replaceAll(".*([0-9]{4}-[0-9]{2}-[0-9]{2}).*", "$1");
    }

    @Test
    void futureIsToldByTheDayOnWhichTheFileWasRetrieved() {
        // When
        ValidatableResponse answer = cases.send(
                cases.upload().queryParam("retrievedAt", "2024-02-01T02:00:00Z"),
                (Cases.HEADER + "13101,2024-02,40101,3\n").getBytes(StandardCharsets.UTF_8));

        // Then: in Chile it was still January
        answer.statusCode(202)
                .body("checks.findings[0].code", equalTo("FUTURE_VALUES"))
                .body(
                        "checks.findings[0].message",
                        equalTo("Values of periods that had not begun on 2024-01-31, when the file was retrieved: 1."));
    }

    @Test
    void rulesThatAreRelaxedLaterDoNotForgive() {
        // Given
        define(FIVE_AT_MOST.formatted("ERROR"), null);
        String id = cases.take(Cases.HEADER + "13101,2024-01,40101,9\n");

        // When
        define("{\"rules\": []}", "\"1\"");

        // Then
        approve(id).statusCode(409).body("code", equalTo("CHECKS_FAILED"));
    }

    @Test
    void rulesThatAreTightenedLaterDoNotAccuse() {
        // Given
        define("{\"rules\": []}", null);
        String id = cases.take(FUTURE);

        // When
        define(FIVE_AT_MOST.formatted("ERROR"), "\"1\"");

        // Then
        approve(id).statusCode(200).body("checks.version", equalTo(1)).body("checks.findings", hasSize(0));
    }

    @Test
    void validationShowsTheSameAndKeepsNothing() {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer =
                cases.send(cases.upload().queryParam("mode", "validate"), FUTURE.getBytes(StandardCharsets.UTF_8));

        // Then
        answer.body("state", equalTo("VALIDATED"))
                .body("checks.findings[0].code", equalTo("FUTURE_VALUES"))
                .body("checks.findings[0].level", equalTo("ERROR"));
        assertEquals(before, Store.contents());
    }

    @Test
    void fileIsComparedWithTheCurrentRelease() {
        // Given
        cases.publish(Cases.HEADER + """
                13101,2024-01,40101,3
                13102,2024-01,40101,5
                13101,2024-02,40101,3
                """);

        // When
        ValidatableResponse answer = cases.send(Cases.HEADER + """
                13101,2024-01,40101,4
                13101,2024-02,40101,3
                13101,2024-03,40101,3
                """);

        // Then
        answer.statusCode(202)
                .body("checks.findings.findAll { it.rule == 'coverage' }.code", contains("TERRITORIES_MISSING"))
                .body("checks.findings.find { it.rule == 'coverage' }.examples[0].territory", equalTo("13102"))
                .body("checks.findings.find { it.rule == 'revision' }.code", equalTo("PAST_REVISED"))
                .body("checks.findings.find { it.rule == 'revision' }.count", equalTo(2))
                .body(
                        "checks.findings.find { it.rule == 'revision' }.message",
                        equalTo("Past values that change: 2 of 2, which is 100 %; expected are 5 % at most."));
        approve(answer.extract().path("id")).statusCode(200);
    }

    @Test
    void countThatFellByThreeDigitsIsShownToTheApprover() {
        // Given
        StringBuilder file = new StringBuilder(Cases.HEADER);
        for (int month = 0; month < 48; month++) {
            file.append("13101,%d-%02d,40101,%s%n"
                    .formatted(2020 + month / 12, 1 + month % 12, month == 30 ? 2 : 1900 + month * 37 % 200));
        }

        // When
        ValidatableResponse answer = cases.send(file.toString());

        // Then
        answer.statusCode(202)
                .body("checks.findings[2].code", equalTo("FAR_FROM_HISTORY"))
                .body("checks.findings[2].examples", hasSize(1))
                .body("checks.findings[2].examples[0].period", equalTo("2022-07"))
                .body("checks.findings[2].examples[0].value", equalTo(2))
                .body("checks.findings[2].examples[0].before", nullValue());
        int from = answer.extract().path("checks.findings[2].examples[0].expected.from");
        assertTrue(from > 1000, Integer.toString(from));
    }

    @Test
    void newMonthIsJudgedByTheYearsBefore() {
        // Given
        StringBuilder file = new StringBuilder(Cases.HEADER);
        for (int month = 0; month < 48; month++) {
            file.append(
                    "13101,%d-%02d,40101,%s%n".formatted(2020 + month / 12, 1 + month % 12, 1900 + month * 37 % 200));
        }
        cases.publish(file.toString());

        // When
        ValidatableResponse far = cases.sendMerge(Cases.HEADER + "13101,2024-01,40101,2\n");
        ValidatableResponse near = cases.sendMerge(Cases.HEADER + "13101,2024-01,40101,1950\n");

        // Then
        far.statusCode(202)
                .body("checks.findings[2].code", equalTo("FAR_FROM_HISTORY"))
                .body("checks.findings[2].examples[0].period", equalTo("2024-01"))
                .body("counts.removed", equalTo(0));
        near.statusCode(202).body("checks.findings[2].outcome", equalTo("PASSED"));
    }

    @Test
    void answerStaysShortHoweverMuchIsFound() {
        // Given
        define(FIVE_AT_MOST.formatted("ERROR"), null);

        // When
        ValidatableResponse answer = cases.send(Cases.file(5000));

        // Then
        answer.statusCode(202)
                .body("checks.findings[0].count", equalTo(4994))
                .body("checks.findings[0].examples", hasSize(ComparedCells.EXAMPLES))
                .body("checks.findings[0].examples[0].value", equalTo(4999));
        assertTrue(answer.extract().asString().length() < 10_000);
    }

    private void define(String rules, String ifMatch) {
        var request = Caller.steward().contentType(ContentType.JSON).body(rules.getBytes(StandardCharsets.UTF_8));
        (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/datasets/{id}/checks", cases.dataset())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse approve(String id) {
        return Cases.decide(Caller.approver(), id, "APPROVE");
    }
}
