package cl.observatory.gateway.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {

    private static final Map<String, String> LEAST = Map.of("gateway.identity.signing-key", "/run/key.pem");

    @Test
    void onlyTheSigningKeyHasNoDefault() {
        GatewayConfig config = read(LEAST);

        assertEquals(Map.of(), config.backends());
        assertEquals(Path.of("/run/key.pem"), config.identity().signingKey());
        assertEquals(Optional.empty(), config.keys().file());
        assertEquals(Duration.ofSeconds(3), config.keys().rememberedFor());
        assertEquals("live", config.keys().environment());
        assertEquals(1L << 20, config.limits().smallBody().asLongValue());
        assertEquals(2L << 30, config.limits().largeBody().asLongValue());
        assertEquals(Duration.ofSeconds(2), config.timeouts().connect());
        assertEquals(Duration.ofMinutes(1), config.timeouts().firstByte());
        assertEquals(Duration.ofMinutes(2), config.timeouts().idle());
        assertThrows(ConfigValidationException.class, () -> read(Map.of()));
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        GatewayConfig config = new SmallRyeConfigBuilder()
                .withMapping(GatewayConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withSources(new EnvConfigSource(
                        Map.ofEntries(
                                Map.entry("GATEWAY_IDENTITY_SIGNING_KEY", "/run/other.pem"),
                                Map.entry("GATEWAY_BACKENDS_QUERY_SERVICE", "observatory-query"),
                                Map.entry("GATEWAY_BACKENDS_QUERY_URL", "http://query:8080"),
                                Map.entry("GATEWAY_BACKENDS_QUERY_MAX_CONNECTIONS", "64"),
                                Map.entry("GATEWAY_KEYS_FILE", "/run/keys.json"),
                                Map.entry("GATEWAY_KEYS_REMEMBERED_FOR", "1s"),
                                Map.entry("GATEWAY_KEYS_ENVIRONMENT", "test"),
                                Map.entry("GATEWAY_LIMITS_SMALL_BODY", "2M"),
                                Map.entry("GATEWAY_LIMITS_LARGE_BODY", "4G"),
                                Map.entry("GATEWAY_TIMEOUTS_CONNECT", "3s"),
                                Map.entry("GATEWAY_TIMEOUTS_FIRST_BYTE", "4s"),
                                Map.entry("GATEWAY_TIMEOUTS_IDLE", "5s")),
                        300))
                .build()
                .getConfigMapping(GatewayConfig.class);

        assertEquals(
                URI.create("http://query:8080"), config.backends().get("query").url());
        assertEquals("observatory-query", config.backends().get("query").service());
        assertEquals(64, config.backends().get("query").maxConnections());
        assertEquals(Path.of("/run/other.pem"), config.identity().signingKey());
        assertEquals(Optional.of(Path.of("/run/keys.json")), config.keys().file());
        assertEquals(Duration.ofSeconds(1), config.keys().rememberedFor());
        assertEquals("test", config.keys().environment());
        assertEquals(2L << 20, config.limits().smallBody().asLongValue());
        assertEquals(4L << 30, config.limits().largeBody().asLongValue());
        assertEquals(Duration.ofSeconds(3), config.timeouts().connect());
        assertEquals(Duration.ofSeconds(4), config.timeouts().firstByte());
        assertEquals(Duration.ofSeconds(5), config.timeouts().idle());
    }

    @Test
    void misspeltKeyStopsTheStart() {
        Map<String, String> misspelt = new HashMap<>(LEAST);
        misspelt.put("gateway.key.file", "/run/keys.json");

        var refused = assertThrows(ConfigValidationException.class, () -> read(misspelt));

        assertTrue(refused.getMessage().contains("gateway.key.file"), refused.getMessage());
    }

    private static GatewayConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(GatewayConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}
