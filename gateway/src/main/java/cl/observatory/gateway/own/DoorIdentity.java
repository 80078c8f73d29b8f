package cl.observatory.gateway.own;

import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.identity.Scope;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/**
 * Tells Quarkus what the door knows of the caller, so that {@code @RolesAllowed} takes scopes. Nothing that the request says
 * is looked at here. An anonymous caller is one with few scopes, as for the services.
 */
@ApplicationScoped
class DoorIdentity implements HttpAuthenticationMechanism {

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        Caller caller = OwnResources.caller(context);
        if (caller == null) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(caller::principal)
                        .addRoles(caller.scopes().stream().map(Scope::value).collect(Collectors.toSet()))
                        .build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }
}
