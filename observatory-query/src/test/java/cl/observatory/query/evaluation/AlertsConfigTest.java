package cl.observatory.query.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertsConfigTest {

    @Test
    void everythingHasADefault() {
        assertEquals(Duration.ofSeconds(2), read(Map.of()).checkEvery());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        assertEquals(
                Duration.ofMinutes(1),
                read(Map.of("QUERY_ALERTS_CHECK_EVERY", "1m")).checkEvery());
    }

    private static AlertsConfig read(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .withMapping(AlertsConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withSources(new EnvConfigSource(variables, 300))
                .build()
                .getConfigMapping(AlertsConfig.class);
    }
}
