package cl.observatory.ingest.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Configuration;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxConfigTest {

    @Test
    void everythingHasADefault() {
        OutboxConfig config = Configuration.of(Map.of()).getConfigMapping(OutboxConfig.class);

        assertEquals(Duration.ofDays(7), config.retention());
        assertEquals(Duration.ofHours(1), config.clearEvery());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        OutboxConfig config = Configuration.ofEnvironment(
                        Map.of("INGEST_OUTBOX_RETENTION", "36h", "INGEST_OUTBOX_CLEAR_EVERY", "10s"))
                .getConfigMapping(OutboxConfig.class);

        assertEquals(Duration.ofHours(36), config.retention());
        assertEquals(Duration.ofSeconds(10), config.clearEvery());
    }
}
