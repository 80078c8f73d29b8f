package cl.observatory.reports.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.Configuration;
import cl.observatory.reports.Keys;
import cl.observatory.reports.custody.CustodyConfig.Kind;
import cl.observatory.reports.role.RoleConfig;
import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustodyConfigTest {

    @TempDir
    private Path folder;

    @Test
    void placesAndSecretsHaveNoDefault() {
        CustodyConfig config = Configuration.of(Map.of()).getConfigMapping(CustodyConfig.class);

        assertEquals(Kind.FILES, config.kind());
        assertEquals(Optional.empty(), config.folder());
        assertEquals(Optional.empty(), config.signingKey());
        assertEquals(Duration.ofHours(1), config.every());
        assertEquals(Optional.empty(), config.transit().address());
        assertEquals(Optional.empty(), config.transit().tokenFile());
        assertEquals("transit", config.transit().mount());
        assertEquals("reports-epoch-", config.transit().prefix());
        assertEquals(Duration.ofSeconds(10), config.transit().timeout());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        CustodyConfig config = Configuration.ofEnvironment(Map.of(
                        "REPORTS_CUSTODY_KIND", "transit",
                        "REPORTS_CUSTODY_FOLDER", "/var/keys",
                        "REPORTS_CUSTODY_SIGNING_KEY", "/run/epochs.pem",
                        "REPORTS_CUSTODY_EVERY", "10m",
                        "REPORTS_CUSTODY_TRANSIT_ADDRESS", "https://vault:8200",
                        "REPORTS_CUSTODY_TRANSIT_MOUNT", "reports",
                        "REPORTS_CUSTODY_TRANSIT_PREFIX", "week-",
                        "REPORTS_CUSTODY_TRANSIT_TOKEN_FILE", "/run/token",
                        "REPORTS_CUSTODY_TRANSIT_TIMEOUT", "3s"))
                .getConfigMapping(CustodyConfig.class);

        assertEquals(Kind.TRANSIT, config.kind());
        assertEquals(Optional.of(Path.of("/var/keys")), config.folder());
        assertEquals(Optional.of(Path.of("/run/epochs.pem")), config.signingKey());
        assertEquals(Duration.ofMinutes(10), config.every());
        assertEquals(
                Optional.of(URI.create("https://vault:8200")), config.transit().address());
        assertEquals("reports", config.transit().mount());
        assertEquals("week-", config.transit().prefix());
        assertEquals(Optional.of(Path.of("/run/token")), config.transit().tokenFile());
        assertEquals(Duration.ofSeconds(3), config.transit().timeout());
    }

    @Test
    void onlyModerationGetsAtPrivateKeys() {
        // Given
        Map<String, String> settings = Map.of(
                "reports.custody.folder", folder.resolve("epochs").toString(),
                "reports.custody.signing-key", Keys.in(folder).signingKey().toString());

        assertThrows(IllegalStateException.class, () -> store("intake", settings));
        assertThrows(IllegalStateException.class, () -> signingKey("intake", settings));
        assertInstanceOf(FileKeyStore.class, store("moderation", settings));
        assertEquals("SigningKey", signingKey("moderation", settings).getClass().getSimpleName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "transit.address", "transit.token-file"})
    void whatIsMissingIsNamed(String missing) {
        // Given
        Map<String, String> settings = new HashMap<>(Map.of(
                "reports.custody.kind",
                "transit",
                "reports.custody.folder",
                folder.resolve("epochs").toString(),
                "reports.custody.transit.address",
                "http://127.0.0.1:1",
                "reports.custody.transit.token-file",
                folder.resolve("token").toString()));
        assertInstanceOf(TransitKeyStore.class, store("moderation", settings));
        settings.remove("reports.custody." + missing);

        // When
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> store("moderation", settings));

        // Then
        assertTrue(refused.getMessage().contains("reports.custody." + missing), refused.getMessage());
    }

    private static KeyStore store(String role, Map<String, String> settings) {
        SmallRyeConfig config = config(role, settings);
        return CustodyProducer.keyStore(
                config.getConfigMapping(CustodyConfig.class), config.getConfigMapping(RoleConfig.class));
    }

    private static SigningKey signingKey(String role, Map<String, String> settings) {
        SmallRyeConfig config = config(role, settings);
        return CustodyProducer.signingKey(
                config.getConfigMapping(CustodyConfig.class), config.getConfigMapping(RoleConfig.class));
    }

    private static SmallRyeConfig config(String role, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("reports.roles", role);
        return Configuration.of(all);
    }
}
