package cl.observatory.gateway.key;

import cl.observatory.gateway.identity.Bindings;
import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.identity.KeyIdentity;
import cl.observatory.gateway.identity.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A stored key.
 *
 * <pre>
 *   created ──▶ expired   (expiresAt has come; null for the keys of a local stack, which never expire)
 *       └─────▶ revoked   (revokedAt is set; final)
 * </pre>
 */
@Entity
@Table(name = "api_key")
class ApiKey {

    @Id
    private String id;

    private String principal;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] scopes;

    private String organization;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] territories;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] datasets;

    /** Of the whole key, in hexadecimal digits. */
    private String sha256;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected ApiKey() {}

    ApiKey(LocalKey key, Instant now) {
        this.id = key.id();
        this.createdAt = now;
        replaceWith(key);
    }

    /** A file that names the key again says what holds from now on, except that what was revoked stays so. */
    final void replaceWith(LocalKey key) {
        principal = key.principal();
        scopes = key.scopes().stream().map(Scope::value).sorted().toArray(String[]::new);
        sha256 = key.sha256();
        organization = key.organization();
        territories = sorted(key.territories());
        datasets = sorted(key.datasets());
        expiresAt = null;
    }

    private static String[] sorted(Set<String> values) {
        return values == null ? null : values.stream().sorted().toArray(String[]::new);
    }

    private static Set<String> set(String[] values) {
        return values == null ? null : Set.of(values);
    }

    /** Null when it does not end. */
    Instant expiresAt() {
        return expiresAt;
    }

    /**
     * @return who is calling, or nothing when the key is not this one or is no longer good
     */
    Optional<Caller> callerWith(KeyText presented, Instant now) {
        boolean same = MessageDigest.isEqual(
                sha256.getBytes(StandardCharsets.US_ASCII), presented.hash().getBytes(StandardCharsets.US_ASCII));
        boolean expired = expiresAt != null && !now.isBefore(expiresAt);
        if (!same || expired || revokedAt != null) {
            return Optional.empty();
        }
        Set<Scope> granted = new LinkedHashSet<>();
        for (String scope : scopes) {
            granted.add(Scope.of(scope));
        }
        return Optional.of(new Caller(
                principal,
                granted,
                new Bindings(organization, set(territories), set(datasets)),
                new KeyIdentity(id, null, false)));
    }
}
