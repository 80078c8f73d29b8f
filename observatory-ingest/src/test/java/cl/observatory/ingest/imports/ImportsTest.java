package cl.observatory.ingest.imports;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class ImportsTest {

    private static final String FILE = """
            area,month,class,cases
            13101,2024-01,40101,3
            1101,2024-01,40101,0
            13101,2024-02,40102,-
            """;

    private String dataset;

    @BeforeEach
    void defineDataset() {
        dataset = Definitions.newId();
        Caller.steward()
                .contentType(ContentType.JSON)
                .body(Definitions.cases(dataset))
                .post("/v1/datasets")
                .then()
                .statusCode(201);
        Caller.steward()
                .contentType(ContentType.JSON)
                .body(Definitions.profile("plain"))
                .post("/v1/datasets/{id}/profiles", dataset)
                .then()
                .statusCode(201)
                .body("version", equalTo(1));
    }

    @Test
    void fileIsTakenAndWaitsForASecondPerson() {
        // When
        ValidatableResponse answer = send(FILE);

        // Then
        answer.statusCode(202)
                .header("Location", startsWith("/v1/imports/"))
                .body("state", equalTo("AWAITING_APPROVAL"))
                .body("counts.received", equalTo(3))
                .body("counts.accepted", equalTo(3))
                .body("periods.first", equalTo("2024-01"))
                .body("periods.last", equalTo("2024-02"))
                .body("source.bytes", equalTo(FILE.length()))
                .body("publication", nullValue());
    }

    @Test
    void unknownTerritoryRefusesTheFile() {
        // When
        ValidatableResponse answer = send("area,month,class,cases\n13101,2024-01,40101,3\n1999,2024-01,40101,3\n");

        // Then
        answer.statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("FILE_REFUSED"))
                .body("errors.code", hasItem("UNKNOWN_TERRITORY"))
                .body("errors[0].row", equalTo(3))
                .body("errors[0].column", equalTo("area"));
    }

    private ValidatableResponse send(String file) {
        return Caller.steward()
                .contentType("text/csv")
                .queryParam("profile", "plain")
                .body(file)
                .post("/v1/datasets/{id}/imports", dataset)
                .then();
    }
}
