package cl.observatory.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Configuration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilesConfigTest {

    @Test
    void everythingHasADefault() {
        FilesConfig config = Configuration.of(Map.of()).getConfigMapping(FilesConfig.class);

        assertEquals(2L << 30, config.maxSize().asLongValue());
        assertEquals(2L << 30, config.maxExpandedSize().asLongValue());
        assertEquals(100, config.maxExpansion());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        FilesConfig config = Configuration.ofEnvironment(Map.of(
                        "INGEST_FILES_MAX_SIZE", "1M",
                        "INGEST_FILES_MAX_EXPANDED_SIZE", "3M",
                        "INGEST_FILES_MAX_EXPANSION", "20"))
                .getConfigMapping(FilesConfig.class);

        assertEquals(1L << 20, config.maxSize().asLongValue());
        assertEquals(3L << 20, config.maxExpandedSize().asLongValue());
        assertEquals(20, config.maxExpansion());
    }
}
