package cl.observatory.gateway.staff;

import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA256;

import cl.observatory.gateway.identity.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** The provider that signs the tokens of staff, and the rules by which they are verified. */
final class Provider {

    /** Nothing that a secret shared by both sides signs, and nothing unsigned. */
    private static final AlgorithmConstraints SIGNED_WITH =
            new AlgorithmConstraints(ConstraintType.PERMIT, RSA_USING_SHA256, ECDSA_USING_P256_CURVE_AND_SHA256);

    /** As in moderation: a token that was taken back at the provider is believed until it expires. */
    private static final int LONGEST_LIFE_MINUTES = 24 * 60;

    private final String issuer;
    private final String audience;
    private final int leewaySeconds;
    private final StaffClaims claims;
    private final HttpsJwks keys;
    private final Clock clock;

    private Provider(String issuer, String audience, URI keysAt, StaffConfig config, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.leewaySeconds = (int) config.leeway().toSeconds();
        this.claims = new StaffClaims(config.rolesClaim(), new RoleScopes(config.roles()), config.organizationClaim());
        this.clock = clock;
        this.keys = new HttpsJwks(keysAt.toString());
        keys.setSimpleHttpGet(new IssuerKeys(clock, config.keysFetchedEvery()));
        keys.setDefaultCacheDuration(config.keysRememberedFor().toSeconds());
        // A provider that is down for a while does not sign out who is signed in.
        keys.setRetainCacheOnErrorDuration(config.keysFetchedEvery().toSeconds());
    }

    /**
     * @throws IllegalStateException when something that an issuer needs is not configured
     */
    static Provider of(String issuer, StaffConfig config, Clock clock) {
        String audience = config.audience().orElseThrow(() -> missing("audience"));
        URI keysAt = config.keys().orElseThrow(() -> missing("keys"));
        boolean loopback = "127.0.0.1".equals(keysAt.getHost()) || "localhost".equals(keysAt.getHost());
        if (!"https".equals(keysAt.getScheme()) && !("http".equals(keysAt.getScheme()) && loopback)) {
            throw new IllegalStateException("gateway.staff.keys must begin with https and not be " + keysAt);
        }
        return new Provider(issuer, audience, keysAt, config, clock);
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException("gateway.staff.issuer is set, and gateway.staff." + name + " is not");
    }

    /**
     * @return nothing when the token is not good
     * @throws UncheckedIOException when there are no keys to verify it with
     */
    Optional<Caller> callerWith(String token) {
        requireKeys();
        JwtConsumer verifier = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(SIGNED_WITH)
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .setExpectedIssuer(true, issuer)
                .setExpectedAudience(true, audience)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(LONGEST_LIFE_MINUTES)
                .setAllowedClockSkewInSeconds(leewaySeconds)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
        try {
            return claims.callerOf(verifier.processToClaims(token));
        } catch (InvalidJwtException | MalformedClaimException refused) {
            return Optional.empty();
        }
    }

    private void requireKeys() {
        try {
            keys.getJsonWebKeys();
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        } catch (JoseException unreadable) {
            throw new UncheckedIOException(new IOException(unreadable));
        }
    }
}
