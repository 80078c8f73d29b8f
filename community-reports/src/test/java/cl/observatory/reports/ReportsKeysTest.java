package cl.observatory.reports;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsKeysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reports.role",
                "reports.key",
                "reports.identity.issuer",
                "reports.identity.issuers.a.key",
                "reports.custody.transit.token",
                "reports.sealing.key",
                "reports.receipt.keys",
                "reports.signal.eps",
                "reports.filing.signing"
            })
    void misspeltKeyStopsTheStart(String key) {
        // When
        ConfigValidationException refused =
                assertThrows(ConfigValidationException.class, () -> Configuration.of(Map.of(key, "x")));

        // Then
        assertTrue(refused.getMessage().contains(key), refused.getMessage());
    }
}
