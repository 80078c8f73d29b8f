package cl.observatory.ingest.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Configuration;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportsConfigTest {

    @Test
    void everythingHasADefault() {
        ImportsConfig config = Configuration.of(Map.of()).getConfigMapping(ImportsConfig.class);

        assertEquals(50_000, config.batchRows());
        assertEquals(2, config.maxConcurrent());
        assertEquals(Duration.ofHours(1), config.timeout());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        ImportsConfig config = Configuration.ofEnvironment(Map.of(
                        "INGEST_IMPORTS_BATCH_ROWS", "10",
                        "INGEST_IMPORTS_MAX_CONCURRENT", "4",
                        "INGEST_IMPORTS_TIMEOUT", "5m"))
                .getConfigMapping(ImportsConfig.class);

        assertEquals(10, config.batchRows());
        assertEquals(4, config.maxConcurrent());
        assertEquals(Duration.ofMinutes(5), config.timeout());
    }
}
