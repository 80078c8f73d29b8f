package cl.observatory.gateway.identity;

import cl.observatory.gateway.config.GatewayConfig;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Makes the tokens by which the services know who is calling. A token is used again for the same caller and service while
 * it has half of its life before it, so that a busy caller costs no signature.
 */
@ApplicationScoped
public class IdentityTokens {

    static final String ISSUER = "observatory-gateway";
    static final Duration LIFE = Duration.ofSeconds(60);
    static final Duration RENEWED_BEFORE_END = Duration.ofSeconds(30);

    /** Far more callers than are busy within the same minute. */
    private static final int REMEMBERED = 10_000;

    private final SigningKey key;
    private final Clock clock;
    private final Cache<Use, Token> tokens =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private record Use(Caller caller, String audience) {}

    private record Token(String text, Instant expiresAt) {}

    @Inject
    IdentityTokens(GatewayConfig config, Clock clock) {
        this(SigningKey.read(config.identity().signingKey()), clock);
    }

    IdentityTokens(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * @param audience the service that will accept the token, and no other
     */
    public String tokenFor(Caller caller, String audience) {
        Instant now = clock.instant();
        Use use = new Use(caller, audience);
        Token token = tokens.getIfPresent(use);
        if (token == null || token.expiresAt().isBefore(now.plus(RENEWED_BEFORE_END))) {
            token = sign(use, now);
            tokens.put(use, token);
        }
        return token.text();
    }

    private Token sign(Use use, Instant now) {
        TreeSet<String> scopes = new TreeSet<>();
        use.caller().scopes().forEach(scope -> scopes.add(scope.value()));
        Instant expiresAt = now.plus(LIFE);
        JwtClaimsBuilder claims = Jwt.issuer(ISSUER)
                .audience(use.audience())
                .subject(use.caller().principal())
                .groups(scopes)
                .issuedAt(now)
                .expiresAt(expiresAt)
                .claim("jti", UUID.randomUUID().toString());
        bind(claims, use.caller().bindings());
        String text =
                claims.jws().keyId(key.id()).algorithm(SignatureAlgorithm.ES256).sign(key.privateKey());
        return new Token(text, expiresAt);
    }

    /** A claim that is absent binds nothing. */
    private static void bind(JwtClaimsBuilder claims, Bindings bindings) {
        if (bindings.organization() != null) {
            claims.claim("org", bindings.organization());
        }
        if (bindings.territories() != null) {
            claims.claim("territories", new TreeSet<>(bindings.territories()));
        }
        if (bindings.datasets() != null) {
            claims.claim("datasets", new TreeSet<>(bindings.datasets()));
        }
    }
}
