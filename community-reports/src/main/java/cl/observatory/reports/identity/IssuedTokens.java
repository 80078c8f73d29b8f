package cl.observatory.reports.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Verifies a token with the keys of the issuer that it names, and leaves of its scopes those that the issuer may give. */
@ApplicationScoped
@Alternative
@Priority(1)
class IssuedTokens extends JWTCallerPrincipalFactory {

    private static final int LONGEST_LIFE_SECONDS = 86_400;

    /** Only to read who claims to have signed. */
    private static final JwtConsumer UNVERIFIED = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();

    private record Known(JWTAuthContextInfo verification, Set<String> scopes, DefaultJWTTokenParser parser) {}

    private final Map<String, Known> issuers = new HashMap<>();
    private final VerifiedTokens verified;

    IssuedTokens(IdentityConfig config, Clock clock) {
        this.verified = new VerifiedTokens(clock);
        config.issuers().values().forEach(issuer -> issuers.put(issuer.issuer(), known(issuer)));
    }

    private static Known known(IdentityConfig.Issuer issuer) {
        JWTAuthContextInfo verification = new JWTAuthContextInfo(issuer.keys(), issuer.issuer());
        verification.setExpectedAudience(Set.of(issuer.audience()));
        verification.setSignatureAlgorithm(
                Set.of(io.smallrye.jwt.algorithm.SignatureAlgorithm.fromAlgorithm(issuer.algorithm())));
        verification.setGroupsPath(issuer.scopesClaim());
        verification.setMaxTimeToLiveSecs((long) LONGEST_LIFE_SECONDS);
        return new Known(verification, issuer.scopes(), new DefaultJWTTokenParser());
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
        Optional<JWTCallerPrincipal> known = verified.find(token);
        if (known.isPresent()) {
            return known.get();
        }
        JWTCallerPrincipal caller = verify(token);
        verified.remember(token, caller);
        return caller;
    }

    private JWTCallerPrincipal verify(String token) throws ParseException {
        Known issuer = issuers.get(issuerOf(token));
        if (issuer == null) {
            throw new ParseException("a token of an issuer that is not configured");
        }
        JwtClaims claims = issuer.parser().parse(token, issuer.verification()).getJwtClaims();
        claims.setStringListClaim(Claims.groups.name(), allowed(claims, issuer.scopes()));
        return new DefaultJWTCallerPrincipal(claims);
    }

    private static List<String> allowed(JwtClaims claims, Set<String> scopes) throws ParseException {
        try {
            return claims.hasClaim(Claims.groups.name())
                    ? claims.getStringListClaimValue(Claims.groups.name()).stream()
                            .filter(scopes::contains)
                            .toList()
                    : List.of();
        } catch (MalformedClaimException malformed) {
            throw new ParseException("scopes of another form", malformed);
        }
    }

    private static String issuerOf(String token) throws ParseException {
        try {
            return UNVERIFIED.processToClaims(token).getIssuer();
        } catch (InvalidJwtException | MalformedClaimException malformed) {
            throw new ParseException("no token", malformed);
        }
    }
}
