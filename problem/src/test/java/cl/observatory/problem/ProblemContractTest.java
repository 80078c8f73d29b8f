package cl.observatory.problem;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract says how every operation refuses. */
@QuarkusTest
class ProblemContractTest {

    @Test
    void everyOperationRefusesWithAProblem() {
        // When
        Map<String, Map<String, Map<String, Map<String, ?>>>> paths =
                contract().extract().path("paths");

        // Then
        assertEquals(4, paths.size());
        paths.values()
                .forEach(operations -> operations.values().forEach(operation -> {
                    Map<String, ?> responses = operation.get("responses");
                    assertEquals(Set.of("200", "default"), responses.keySet());
                    assertEquals(
                            Map.of(
                                    "description",
                                    "Refused, or failed. The code says why.",
                                    "content",
                                    Map.of(
                                            "application/problem+json",
                                            Map.of("schema", Map.of("$ref", "#/components/schemas/Problem")))),
                            responses.get("default"));
                }));
    }

    @Test
    void problemIsDescribedOnceAndInOurForm() {
        contract()
                .body("components.schemas", hasKey("Problem"))
                .body("components.schemas", hasKey("ProblemError"))
                .body("components.schemas", not(hasKey("HttpProblem")))
                .body("components.schemas", not(hasKey("HttpValidationProblem")))
                .body("components.schemas.Problem.properties", hasKey("requestId"))
                .body(
                        "components.schemas.Problem.properties.errors.items.$ref",
                        equalTo("#/components/schemas/ProblemError"));
    }

    private static ValidatableResponse contract() {
        return RestAssured.given().get("/q/openapi?format=json").then().statusCode(200);
    }
}
