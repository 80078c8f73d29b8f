package cl.observatory.query.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CitationsConfigTest {

    @Test
    void everythingHasADefault() {
        CitationsConfig config = read(Map.of());

        assertEquals(Optional.empty(), config.address());
        assertEquals(20_000, config.mostPerDay());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        CitationsConfig config = read(
                Map.of("QUERY_CITATIONS_ADDRESS", "https://observatory.example", "QUERY_CITATIONS_MOST_PER_DAY", "7"));

        assertEquals(Optional.of(URI.create("https://observatory.example")), config.address());
        assertEquals(7, config.mostPerDay());
    }

    private static CitationsConfig read(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .withMapping(CitationsConfig.class)
                .withConverter(URI.class, 100, text -> text.isEmpty() ? null : URI.create(text))
                .withSources(new EnvConfigSource(variables, 300))
                .build()
                .getConfigMapping(CitationsConfig.class);
    }
}
