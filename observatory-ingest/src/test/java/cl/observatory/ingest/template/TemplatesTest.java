package cl.observatory.ingest.template;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Rows;
import cl.observatory.ingest.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that somebody downloads, fills in and sends back. */
@QuarkusTest
@WithTestResource(Servers.class)
class TemplatesTest {

    private static final String HEADER = "REF_AREA,TIME_PERIOD,CRIME_CLASS,OBS_VALUE,OBS_STATUS";

    private String dataset;

    @BeforeEach
    void define() {
        dataset = Cases.define().dataset();
    }

    @Test
    void municipalityGetsARowForEachClassOfItsOwnCommune() {
        // When
        ValidatableResponse answer =
                get(Caller.bound("muni", Map.of("territories", List.of("13101")), "data:write"), "2026-01");

        // Then
        answer.statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + dataset + "-2026-01-template.csv\"");
        List<String> lines = lines(answer);
        assertEquals(HEADER, lines.getFirst());
        assertEquals("13101,2026-01,10101,,", lines.get(1));
        assertTrue(lines.stream().skip(1).allMatch(line -> line.matches("13101,2026-01,[0-9]{5},,")), lines.toString());
        assertEquals(lines.size(), lines.stream().distinct().count());
    }

    @Test
    void classesThatHoldOthersHaveNoRows() {
        List<String> lines =
                lines(get(Caller.bound("muni", Map.of("territories", List.of("13101")), "data:write"), "2026-01"));

        assertTrue(lines.contains("13101,2026-01,40101,,"), lines.toString());
        for (String family : List.of("4", "401")) {
            assertTrue(lines.stream().noneMatch(line -> line.contains("," + family + ",")), family);
        }
    }

    @Test
    void unboundStewardGetsEveryCommuneThatThereWas() {
        List<String> today = lines(get(Caller.steward(), "2026-01"));
        List<String> before = lines(get(Caller.steward(), "2018-01"));

        assertEquals(346, communes(today));
        assertTrue(today.contains("16101,2026-01,40101,,"));
        assertTrue(today.stream().noneMatch(line -> line.startsWith("08401,")));
        assertTrue(before.contains("08401,2018-01,40101,,"));
        assertTrue(before.stream().noneMatch(line -> line.startsWith("16101,")));
    }

    @Test
    void filledInTemplateIsTaken() {
        // Given
        Map<String, Object> bound = Map.of("territories", List.of("13101"));
        String filled = get(Caller.bound("muni", bound, "data:write"), "2026-01")
                .extract()
                .asString()
                .replace("13101,2026-01,40101,,", "13101,2026-01,40101,7,")
                .replace("13101,2026-01,40102,,", "13101,2026-01,40102,0,E");

        // When
        ValidatableResponse taken = Cases.csv(Caller.bound("muni", bound, "data:write"))
                .queryParam("profile", "observatory-csv")
                .body(filled.getBytes(StandardCharsets.UTF_8))
                .post("/v1/datasets/{id}/imports", dataset)
                .then();

        // Then
        List<String> kept = Rows.kept(taken.statusCode(202).extract().path("id"));
        assertEquals(filled.lines().count() - 1, kept.size());
        assertTrue(kept.contains("13101|2026-01|40101|7|P"), kept.toString());
        assertTrue(kept.contains("13101|2026-01|40102|0|E"), kept.toString());
        assertTrue(kept.contains("13101|2026-01|40103||O"), kept.toString());
    }

    @Test
    void whatIsMoreThanPeopleFillInIsAnExample() {
        // Given
        String id = Definitions.newId();
        Cases.post(
                        "/v1/datasets",
                        Definitions.cases(id)
                                .replace(
                                        "\"dimensions\": [",
                                        "\"dimensions\": [{\"id\": \"OTHER_CLASS\", \"scheme\": \"CEAD-2024\"}, "))
                .statusCode(201);

        // When
        ValidatableResponse answer = Caller.steward()
                .queryParam("period", "2026-01")
                .get("/v1/datasets/{id}/template.csv", id)
                .then();

        // Then
        answer.statusCode(200).header("Content-Disposition", "attachment; filename=\"" + id + "-2026-01-example.csv\"");
        assertEquals(6, lines(answer).size());
        assertEquals(
                "REF_AREA,TIME_PERIOD,OTHER_CLASS,CRIME_CLASS,OBS_VALUE,OBS_STATUS",
                lines(answer).getFirst());
    }

    @Test
    void periodThatIsNotNamedIsOneThatIsOver() {
        List<String> lines = lines(get(Caller.steward(), null));

        assertTrue(lines.get(1).matches("[0-9]{5},[0-9]{4}-[0-9]{2},[0-9]{5},,"), lines.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-Q1", "2026-13", "x"})
    void periodOfAnotherFormIsRefused(String period) {
        get(Caller.steward(), period).statusCode(400).body("code", equalTo("PERIOD_UNUSABLE"));
    }

    @Test
    void othersGetNone() {
        get(Caller.bound("a", Map.of("datasets", List.of("other")), "data:write"), "2026-01")
                .statusCode(403)
                .body("code", equalTo("DATASET_NOT_ALLOWED"));
        get(Caller.approver(), "2026-01").statusCode(403).body("code", equalTo("FORBIDDEN"));
        Caller.steward()
                .get("/v1/datasets/none-of-that-id/template.csv")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_DATASET"));
    }

    private ValidatableResponse get(RequestSpecification caller, String period) {
        RequestSpecification asked = period == null ? caller : caller.queryParam("period", period);
        return asked.get("/v1/datasets/{id}/template.csv", dataset).then();
    }

    private static List<String> lines(ValidatableResponse answer) {
        return answer.extract().asString().lines().toList();
    }

    private static long communes(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.substring(0, 5))
                .distinct()
                .count();
    }
}
