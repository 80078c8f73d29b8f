package cl.observatory.ingest;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestKeysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ingest.import.timeout",
                "ingest.timeout",
                "ingest.imports.time-out",
                "ingest.outbox.keep",
                "ingest.fetch.hosts"
            })
    void misspeltKeyStopsTheStart(String key) {
        // When
        ConfigValidationException refused =
                assertThrows(ConfigValidationException.class, () -> Configuration.of(Map.of(key, "1m")));

        // Then
        assertTrue(refused.getMessage().contains(key), refused.getMessage());
    }
}
