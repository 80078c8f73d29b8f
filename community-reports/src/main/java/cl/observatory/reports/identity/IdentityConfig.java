package cl.observatory.reports.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Set;

/** Whose tokens are believed, and for what. */
@ConfigMapping(prefix = "reports.identity")
public interface IdentityConfig {

    /** By a name of the deployer's. */
    Map<String, Issuer> issuers();

    /** One who signs tokens. */
    interface Issuer {

        /** The claim {@code iss}. */
        String issuer();

        /** The claim {@code aud} has to name it. */
        @WithDefault("community-reports")
        String audience();

        /** Where its public keys are, a JWK set: a file, or an address that is never taken from a token. */
        String keys();

        /** With what it signs: {@code ES256}, {@code RS256} and the like. */
        @WithDefault("ES256")
        String algorithm();

        /** The claim that lists scopes; a path with slashes reaches into objects. */
        @WithDefault("groups")
        String scopesClaim();

        /** The scopes that it may give; others in its tokens are not seen. */
        Set<String> scopes();
    }
}
