package cl.observatory.reports.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls in the current request. */
@ApplicationScoped
public class Callers {

    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The name under which the issuer knows the caller, with the issuer, so that two issuers cannot name one person. */
    public String principal() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.getIssuer() + " " + token.getName()
                : identity.getPrincipal().getName();
    }

    /** Whom the caller works for: claim {@code org}. */
    public Optional<String> organization() {
        return Optional.ofNullable(claim("org")).map(Callers::text);
    }

    /** The territories that the caller is bound to: claim {@code territories}; empty is all. */
    public Optional<Set<String>> territories() {
        return switch (claim("territories")) {
            case null -> Optional.empty();
            case JsonArray array ->
                Optional.of(array.stream().map(Callers::text).collect(Collectors.toSet()));
            case Collection<?> texts ->
                Optional.of(texts.stream().map(Callers::text).collect(Collectors.toSet()));
            default -> Optional.of(Set.of());
        };
    }

    private Object claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(name) : null;
    }

    private static String text(Object value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}
