package cl.observatory.query.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportsConfigTest {

    @Test
    void everythingHasADefault() {
        ExportsConfig config = read(Map.of());

        assertEquals(4, config.connections());
        assertEquals(Duration.ofHours(1), config.longest());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        ExportsConfig config = read(Map.of("QUERY_EXPORTS_CONNECTIONS", "7", "QUERY_EXPORTS_LONGEST", "20m"));

        assertEquals(7, config.connections());
        assertEquals(Duration.ofMinutes(20), config.longest());
    }

    private static ExportsConfig read(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .withMapping(ExportsConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withSources(new EnvConfigSource(variables, 300))
                .build()
                .getConfigMapping(ExportsConfig.class);
    }
}
