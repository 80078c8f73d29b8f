package cl.observatory.gateway.staff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose tokens staff may show, and what its roles are good for. Without an issuer there is no sign-in of staff. */
@ConfigMapping(prefix = "gateway.staff")
public interface StaffConfig {

    /** The claim {@code iss} of the provider's tokens. */
    Optional<String> issuer();

    /** What the claim {@code aud} has to name; needed with an issuer. */
    Optional<String> audience();

    /** Where the provider publishes its keys, a JWK set; needed with an issuer, and never taken from a token. */
    Optional<URI> keys();

    /** For how long the keys are used before they are fetched again. */
    @WithDefault("5m")
    Duration keysRememberedFor();

    /** How often the keys are fetched at most, whatever tokens come, and so how soon a new key is known. */
    @WithDefault("10s")
    Duration keysFetchedEvery();

    /** By how much the provider's clock may differ. */
    @WithDefault("30s")
    Duration leeway();

    /** The claim that lists roles; a path with slashes, such as {@code realm_access/roles}, reaches into objects. */
    @WithDefault("groups")
    String rolesClaim();

    /** The scopes of each role. */
    Map<String, Set<String>> roles();

    /** The claim that says whom a person works for. Where it is set, a token without it is refused. */
    Optional<String> organizationClaim();
}
