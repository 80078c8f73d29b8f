package cl.observatory.reports.sealing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.Keys;
import cl.observatory.reports.SeparateAccounts;
import cl.observatory.reports.Servers;
import cl.observatory.reports.role.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(Servers.class)
class EpochKeyCheckTest {

    @TempDir
    private Path folder;

    @Test
    void processesAreReadyAndWellWithTheKeysThatModerationMadeAtItsStart() {
        // Given
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", int.class);

        for (String question : new String[] {"ready", "well"}) {
            given().port(port)
                    .get("/q/health/" + question)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"));
        }
    }

    @Test
    void withoutAKeyIntakeIsNotReadyAndModerationIs() {
        // Given
        EpochKeys none = GivenEpochKeys.of(
                SeparateAccounts.create().intake(), Keys.in(folder).verificationKey());

        assertEquals(Status.DOWN, status(Role.INTAKE, none));
        assertEquals(Status.UP, status(Role.MODERATION, none));
    }

    private static Status status(Role role, EpochKeys keys) {
        return new EpochKeyCheck(() -> Set.of(role), new Epochs(Clock.systemUTC()), keys)
                .call()
                .getStatus();
    }
}
