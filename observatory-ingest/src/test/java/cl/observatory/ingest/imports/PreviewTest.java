package cl.observatory.ingest.imports;

import static cl.observatory.ingest.Problems.isProblem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class PreviewTest {

    private Cases cases;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
    }

    @Test
    void firstRowsAreShownAsTheyWouldBeRead() {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = preview(Definitions.profile("unsaved"), Cases.FILE);

        // Then
        answer.statusCode(200)
                .body("columns", equalTo(List.of("area", "month", "class", "cases")))
                .body("observations", hasSize(3))
                .body("observations[1].row", equalTo(3))
                .body("observations[1].components.REF_AREA", equalTo("01101"))
                .body("observations[0].value", equalTo(3))
                .body("observations[2].value", nullValue())
                .body("observations[2].components.OBS_STATUS", equalTo("O"))
                .body("encoding", equalTo("UTF-8"));
        assertEquals(before, Store.contents());
    }

    @Test
    void headerThatDoesNotFitIsShownWithWhatIsWrong() {
        preview(Definitions.profile("unsaved"), "comuna;mes\n13101;2024-01\n")
                .statusCode(200)
                .body("columns", equalTo(List.of("comuna;mes")))
                .body("observations", hasSize(0))
                .body("conflicts.code", hasItem("MISSING_COLUMN"))
                .body("conflicts.code", hasItem("UNKNOWN_COLUMN"));
    }

    @Test
    void badRowsAreToldBesideTheGoodOnes() {
        preview(Definitions.profile("unsaved"), Cases.HEADER + "1999,2024-01,40101,1\n13101,2024-01,40101,2\n")
                .statusCode(200)
                .body("observations", hasSize(1))
                .body("conflicts[0].code", equalTo("UNKNOWN_TERRITORY"))
                .body("conflicts[0].row", equalTo(2));
    }

    @Test
    void storedProfileIsTriedOnAFileOfAnySize() {
        cases.upload()
                .queryParam("rows", 7)
                .body(Cases.file(30_000).getBytes(StandardCharsets.UTF_8))
                .post("/v1/datasets/{id}/profiles/{name}/preview", cases.dataset(), Cases.PROFILE)
                .then()
                .statusCode(200)
                .body("observations", hasSize(7));
    }

    @Test
    void profileThatDoesNotFitTheDataSetIsRefused() {
        isProblem(
                        preview(
                                "{\"name\": \"unsaved\", \"components\": {\"REF_AREA\": {\"column\": \"a\"}}}",
                                Cases.FILE),
                        400,
                        "DEFINITION_INVALID")
                .body("errors.code", hasItem("COMPONENT_MISSING"));
    }

    private ValidatableResponse preview(String profile, String file) {
        return Cases.post("/v1/datasets/" + cases.dataset() + "/profiles/preview", """
                {"profile": %s, "file": "%s"}
                """.formatted(
                        profile, Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8))));
    }
}
