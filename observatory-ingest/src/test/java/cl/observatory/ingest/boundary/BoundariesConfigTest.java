package cl.observatory.ingest.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Configuration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundariesConfigTest {

    @Test
    void everythingHasADefault() {
        BoundariesConfig config = Configuration.of(Map.of()).getConfigMapping(BoundariesConfig.class);

        assertEquals(64L << 20, config.maxSize().asLongValue());
        assertEquals(500_000, config.maxPositions());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        BoundariesConfig config = Configuration.ofEnvironment(Map.of(
                        "INGEST_BOUNDARIES_MAX_SIZE", "1M",
                        "INGEST_BOUNDARIES_MAX_POSITIONS", "2000"))
                .getConfigMapping(BoundariesConfig.class);

        assertEquals(1L << 20, config.maxSize().asLongValue());
        assertEquals(2_000, config.maxPositions());
    }
}
