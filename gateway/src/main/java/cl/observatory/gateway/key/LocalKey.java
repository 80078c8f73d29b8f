package cl.observatory.gateway.key;

import cl.observatory.gateway.identity.Scope;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/**
 * A key as the keys file names it; the key itself is not in the file.
 *
 * @param sha256 hash of the whole key in lower-case hexadecimal digits
 */
record LocalKey(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String principal,
        @JsonProperty(required = true) Set<Scope> scopes,
        @JsonProperty(required = true) String sha256) {

    LocalKey {
        scopes = Set.copyOf(scopes);
    }
}
