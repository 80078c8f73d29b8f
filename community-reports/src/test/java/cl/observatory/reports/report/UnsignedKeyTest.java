package cl.observatory.reports.report;

import static cl.observatory.reports.Problems.isProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.Keys;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import cl.observatory.reports.sealing.Epochs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Public keys that somebody else signed are not believed, and nothing is kept in clear instead. */
@QuarkusTest
@WithTestResource(Servers.class)
@TestProfile(UnsignedKeyTest.OthersKey.class)
class UnsignedKeyTest {

    public static class OthersKey implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                return Map.of(
                        "reports.roles",
                        "intake,migration",
                        "reports.sealing.verification-key",
                        Keys.in(Files.createTempDirectory("others"))
                                .verificationKey()
                                .toString());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @Inject
    Epochs epochs;

    @Test
    void nothingIsTaken() {
        // Given
        ValidatableResponse none = Reporter.submit(Reporter.report());
        Store.update(
                "insert into epoch_key (epoch, public_keyset, signature) values (?, sha256('key'), sha256('signature'))",
                epochs.current().number());

        // When
        ValidatableResponse unsigned = Reporter.submit(Reporter.report());

        // Then
        isProblem(none, 503, "UNAVAILABLE");
        isProblem(unsigned, 503, "UNAVAILABLE");
        assertEquals(0, Store.number("select count(*) from report"));
        assertEquals(0, Store.number("select count(*) from spent_proof"));
    }
}
