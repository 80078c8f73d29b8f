package cl.observatory.query.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersConfigTest {

    @Test
    void answersTakeLittleMemoryAndAreKeptForAMinute() {
        AnswersConfig config = read(Map.of());

        assertEquals(32 << 20, config.memory().asLongValue());
        assertEquals(Duration.ofMinutes(1), config.life());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        AnswersConfig config = read(Map.of("QUERY_ANSWERS_MEMORY", "1G", "QUERY_ANSWERS_LIFE", "5s"));

        assertEquals(1 << 30, config.memory().asLongValue());
        assertEquals(Duration.ofSeconds(5), config.life());
    }

    private static AnswersConfig read(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .withMapping(AnswersConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withSources(new EnvConfigSource(variables, 300))
                .build()
                .getConfigMapping(AnswersConfig.class);
    }
}
