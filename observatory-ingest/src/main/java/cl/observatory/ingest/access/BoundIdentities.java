package cl.observatory.ingest.access;

import cl.observatory.ingest.territory.Territories;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Adds its bindings to every identity, at every operation, before it is asked for its scopes. */
@ApplicationScoped
class BoundIdentities implements SecurityIdentityAugmentor {

    static final String BINDINGS = "bindings";

    private final Territories territories;

    BoundIdentities(Territories territories) {
        this.territories = territories;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        try {
            return Uni.createFrom()
                    .item(QuarkusSecurityIdentity.builder(identity)
                            .addAttribute(BINDINGS, BindingsReader.read(token, territories))
                            .build());
        } catch (AuthenticationFailedException malformed) {
            return Uni.createFrom().failure(malformed);
        }
    }
}
