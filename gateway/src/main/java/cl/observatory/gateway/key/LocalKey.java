package cl.observatory.gateway.key;

import cl.observatory.gateway.identity.Bindings;
import cl.observatory.gateway.identity.Scope;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Set;

/**
 * A key as the keys file names it; the key itself is not in the file.
 *
 * @param sha256 hash of the whole key in lower-case hexadecimal digits
 * @param organization, territories, datasets what the scopes are bound to; null when absent, which is unbound
 */
record LocalKey(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String principal,
        @JsonProperty(required = true) Set<Scope> scopes,
        @JsonProperty(required = true) String sha256,
        String organization,
        Set<String> territories,
        Set<String> datasets) {

    LocalKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(sha256, "sha256");
        scopes = Set.copyOf(scopes);
        Bindings bindings = new Bindings(organization, territories, datasets);
        territories = bindings.territories();
        datasets = bindings.datasets();
    }

    /** A key whose scopes hold everywhere. */
    LocalKey(String id, String principal, Set<Scope> scopes, String sha256) {
        this(id, principal, scopes, sha256, null, null, null);
    }
}
