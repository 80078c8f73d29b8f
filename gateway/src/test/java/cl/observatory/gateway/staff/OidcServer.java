package cl.observatory.gateway.staff;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.util.HashMap;
import java.util.Map;

/** The OIDC server of Quarkus' own tests, as the provider of staff. */
public final class OidcServer implements QuarkusTestResourceLifecycleManager {

    static final String ADDRESS = "test.oidc.address";
    static final String KEYS = "/auth/realms/quarkus/protocol/openid-connect/certs";

    /** As the server's tokens say. */
    static final String NAME = "https://server.example.com";

    private final OidcWiremockTestResource server = new OidcWiremockTestResource();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(server.start());
        String address = settings.get("keycloak.url").replaceFirst("/auth$", "");
        settings.put(ADDRESS, address);
        settings.put("gateway.staff.issuer", NAME);
        settings.put("gateway.staff.audience", NAME);
        settings.put("gateway.staff.keys", address + KEYS);
        settings.put("gateway.staff.roles.analyst", "data:write");
        // So that a key nobody knows is looked for each time it is named, unless nobody looks.
        settings.put("gateway.staff.keys-fetched-every", "1ms");
        return settings;
    }

    @Override
    public void stop() {
        server.stop();
    }
}
