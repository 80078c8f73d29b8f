package cl.observatory.gateway.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.support.GatewayStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayStack.class)
class ManagementTest {

    @Test
    void healthIsThatOfTheOwnDatabaseAndOnTheManagementPortOnly() {
        given().port(managementPort())
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("checks.name", hasItem("Database connections health check"));
        given().get("/q/health/ready").then().statusCode(400);
    }

    @Test
    void labelsComeFromClosedSets() {
        // Given
        given().get("/v1/items/some-code-of-a-caller");
        given().get("/v1/some-path-of-a-caller?some-query=1");
        given().request("SOMEMETHOD", "/v1/problems");

        // When
        String metrics = given().port(managementPort()).get("/q/metrics").asString();

        // Then
        List<String> requests = Arrays.stream(metrics.split("\n", -1))
                .filter(line -> line.startsWith("gateway_requests_seconds_count"))
                .toList();
        assertHas(requests, "route=\"/v1/items/{id}\"");
        assertHas(requests, "route=\"none\"");
        assertHas(requests, "method=\"other\"");
        assertFalse(metrics.contains("some-"), metrics);
        assertFalse(metrics.contains("SOMEMETHOD"), metrics);
    }

    private static void assertHas(List<String> lines, String label) {
        assertTrue(lines.stream().anyMatch(line -> line.contains(label)), lines::toString);
    }

    private static int managementPort() {
        return ConfigProvider.getConfig().getValue("quarkus.management.test-port", int.class);
    }
}
