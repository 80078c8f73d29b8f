package cl.observatory.ingest.alias;

import static cl.observatory.ingest.Problems.isProblem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Rows;
import cl.observatory.ingest.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class AliasTablesTest {

    private final String name =
            "names-" + UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9]", "x");

    @Test
    void namesAreReadByTheTableAndByNothingElse() {
        // Given
        define(true, "{\"Paihuano\": \"04105\", \"P. Hurtado\": \"04305\"}").statusCode(201);
        Cases cases = dataset();

        // When
        ValidatableResponse answer = cases.sendRowByRow("""
                comuna,mes,casos
                Santiago,2024-01,1
                Paihuano,2024-01,2
                P. Hurtado,2024-01,3
                Nunoa,2024-01,4
                Viña del Mra,2024-01,5
                Nowhere at all,2024-01,6
                """);

        // Then
        answer.statusCode(202)
                .body("conflicts.code", equalTo(List.of("UNKNOWN_TERRITORY", "UNKNOWN_TERRITORY", "UNKNOWN_TERRITORY")))
                .body("conflicts[0].suggestion", equalTo("13120 Ñuñoa"))
                .body("conflicts[0].hint", containsString("13120 Ñuñoa"))
                .body("conflicts[1].suggestion", equalTo("05109 Viña del Mar"))
                .body("conflicts[2].suggestion", equalTo(null));
        assertEquals(
                List.of("04105|2024-01|40101|2|P", "04305|2024-01|40101|3|P", "13101|2024-01|40101|1|P"),
                List.copyOf(new TreeSet<>(Rows.kept(answer.extract().path("id")))));
    }

    @Test
    void profileReadsWithTheVersionThatItWasStoredWith() {
        // Given
        define(false, "{\"Capital\": \"13101\"}").body("version", equalTo(1));
        Cases cases = dataset();
        define(false, "{\"Capital\": \"05101\"}").body("version", equalTo(2));

        // When
        String before = cases.take("comuna,mes,casos\nCapital,2024-01,1\n");
        Cases.post("/v1/datasets/" + cases.dataset() + "/profiles", profile())
                .statusCode(201)
                .body("version", equalTo(2))
                .body("profile.components.REF_AREA.aliasesVersion", equalTo(2));
        String after = cases.take("comuna,mes,casos\nCapital,2024-01,2\n");

        // Then
        assertEquals(List.of("13101|2024-01|40101|1|P"), Rows.kept(before));
        assertEquals(List.of("05101|2024-01|40101|2|P"), Rows.kept(after));
    }

    @Test
    void sameTableAgainIsTheVersionThatIsThere() {
        define(false, "{\"Capital\": \"13101\"}").statusCode(201).body("version", equalTo(1));
        define(false, "{\"Capital\": \"13101\"}").statusCode(201).body("version", equalTo(1));
        Caller.approver()
                .get("/v1/alias-tables/{name}", name)
                .then()
                .statusCode(200)
                .body("table.entries.Capital", equalTo("13101"));
    }

    @Test
    void codesThatDoNotExistAreRefused() {
        isProblem(define(false, "{\"Capital\": \"99999\"}"), 400, "DEFINITION_INVALID")
                .body("errors[0].code", equalTo("CODE_UNKNOWN"))
                .body("errors[0].pointer", equalTo("/entries/Capital"));
    }

    @Test
    void profileThatNamesNoTableIsRefused() {
        // Given
        Cases cases = Cases.define();

        // When
        ValidatableResponse answer = Cases.post("/v1/datasets/" + cases.dataset() + "/profiles", profile());

        // Then
        isProblem(answer, 400, "DEFINITION_INVALID").body("errors[0].code", equalTo("ALIASES_UNKNOWN"));
    }

    private ValidatableResponse define(boolean official, String entries) {
        return Cases.post("/v1/alias-tables", """
                {"name": "%s", "scheme": "TERRITORY", "officialNames": %s, "entries": %s}
                """.formatted(name, official, entries));
    }

    private Cases dataset() {
        return Cases.define(profile());
    }

    private String profile() {
        return """
                {"name": "plain",
                 "components": {"REF_AREA": {"column": "comuna", "aliases": "%s"}, "TIME_PERIOD": {"column": "mes"},
                                "CRIME_CLASS": {"constant": "40101"}, "OBS_VALUE": {"column": "casos"}}}
                """.formatted(name);
    }
}
