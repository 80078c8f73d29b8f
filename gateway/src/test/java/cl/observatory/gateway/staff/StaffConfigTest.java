package cl.observatory.gateway.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffConfigTest {

    private static final Map<String, String> WHOLE = Map.of(
            "gateway.staff.issuer", "https://sso.gob.example",
            "gateway.staff.audience", "observatory",
            "gateway.staff.keys", "https://sso.gob.example/keys",
            "gateway.staff.roles-claim", "realm_access/roles",
            "gateway.staff.roles.\"data analyst\"", "data:read,data:write",
            "gateway.staff.organization-claim", "org");

    @Test
    void withoutAnIssuerNoTokenIsTaken() {
        StaffConfig config = Settings.read(Map.of());

        assertFalse(start(config).areTaken());
        assertEquals("groups", config.rolesClaim());
        assertEquals(Map.of(), config.roles());
        assertEquals(Optional.empty(), config.organizationClaim());
        assertEquals(Duration.ofSeconds(30), config.leeway());
        assertEquals(Duration.ofMinutes(5), config.keysRememberedFor());
        assertEquals(Duration.ofSeconds(10), config.keysFetchedEvery());
    }

    @Test
    void everythingCanBeSet() {
        StaffConfig config = Settings.read(WHOLE);

        assertTrue(start(config).areTaken());
        assertEquals(Map.of("data analyst", Set.of("data:read", "data:write")), config.roles());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports:moderate", "data:read,reports:moderate", "reports:relay", "data:raed"})
    void roleThatWouldGiveWhatNoRoleGivesStopsTheStart(String scopes) {
        Map<String, String> settings = new HashMap<>(WHOLE);
        settings.put("gateway.staff.roles.chief", scopes);
        StaffConfig config = Settings.read(settings);

        var refused = assertThrows(IllegalStateException.class, () -> start(config));

        assertTrue(refused.getMessage().contains("chief"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway.staff.audience", "gateway.staff.keys"})
    void issuerNeedsAnAudienceAndKeys(String name) {
        Map<String, String> settings = new HashMap<>(WHOLE);
        settings.remove(name);
        StaffConfig config = Settings.read(settings);

        var refused = assertThrows(IllegalStateException.class, () -> start(config));

        assertTrue(refused.getMessage().contains(name), refused.getMessage());
    }

    @Test
    void keysAreNotFetchedInTheClear() {
        Map<String, String> settings = new HashMap<>(WHOLE);
        settings.put("gateway.staff.keys", "http://sso.gob.example/keys");
        StaffConfig config = Settings.read(settings);

        assertThrows(IllegalStateException.class, () -> start(config));
    }

    @Test
    void misspeltKeyStopsTheStart() {
        assertThrows(
                ConfigValidationException.class,
                () -> Settings.read(Map.of("gateway.staff.isuer", "https://x.example")));
    }

    private static StaffTokens start(StaffConfig config) {
        return new StaffTokens(config, Clock.systemUTC(), ForkJoinPool.commonPool());
    }
}
