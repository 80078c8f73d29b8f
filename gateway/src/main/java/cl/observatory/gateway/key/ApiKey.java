package cl.observatory.gateway.key;

import cl.observatory.gateway.identity.Bindings;
import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.identity.KeyIdentity;
import cl.observatory.gateway.identity.Scope;
import cl.observatory.gateway.network.Networks;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A stored key.
 *
 * <pre>
 *   created ──▶ expired   (expiresAt has come; null for the keys of a keys file, as long as they stand in it)
 *       └─────▶ revoked   (revokedAt is set; final)
 * </pre>
 */
@Entity
@Table(name = "api_key")
class ApiKey {

    @Id
    private String id;

    private String principal;

    @Column(name = "partner_id", updatable = false)
    private String partnerId;

    @Column(name = "from_file", updatable = false)
    private boolean fromFile;

    private String label;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] scopes;

    private String organization;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] territories;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] datasets;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] networks;

    /** Of the whole key, in hexadecimal digits. */
    private String sha256;

    @Column(name = "predecessor_id", updatable = false)
    private String predecessorId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    /** No finer than the day on purpose. */
    @Formula("(select max(used.day) from usage_day used where used.key_id = id)")
    private LocalDate lastUsedOn;

    protected ApiKey() {}

    /** A key of the keys file. */
    ApiKey(LocalKey key, Instant now) {
        this.id = key.id();
        this.fromFile = true;
        this.createdAt = now;
        replaceWith(key);
    }

    /** A partner's first key. */
    ApiKey(String partnerId, KeyText text, KeyRights rights, Instant now, Instant expiresAt) {
        this.id = text.id();
        this.sha256 = text.hash();
        this.principal = partnerId;
        this.partnerId = partnerId;
        this.label = rights.label();
        this.scopes = rights.scopes().stream().map(Scope::value).sorted().toArray(String[]::new);
        bind(rights.bindings());
        this.networks = sorted(rights.networks());
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /** A key that takes the place of this one, with the same rights. */
    ApiKey successor(KeyText text, Instant now, Instant endsAt) {
        ApiKey successor = new ApiKey(partnerId, text, rights(), now, endsAt);
        successor.predecessorId = id;
        return successor;
    }

    /** A file that names the key again says what holds from now on, except that what was revoked stays so. */
    final void replaceWith(LocalKey key) {
        principal = key.principal();
        scopes = key.scopes().stream().map(Scope::value).sorted().toArray(String[]::new);
        sha256 = key.sha256();
        bind(new Bindings(key.organization(), key.territories(), key.datasets()));
        expiresAt = null;
    }

    private void bind(Bindings bindings) {
        organization = bindings.organization();
        territories = sorted(bindings.territories());
        datasets = sorted(bindings.datasets());
    }

    private static String[] sorted(Collection<String> values) {
        return values == null ? null : values.stream().sorted().toArray(String[]::new);
    }

    private static Set<String> set(String[] values) {
        return values == null ? null : Set.of(values);
    }

    private static List<String> list(String[] values) {
        return values == null ? null : List.of(values);
    }

    String id() {
        return id;
    }

    String partnerId() {
        return partnerId;
    }

    /** Null when it does not end. */
    Instant expiresAt() {
        return expiresAt;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    boolean isGood(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    /** Has it end no later than this. */
    void endAt(Instant end) {
        if (expiresAt == null || end.isBefore(expiresAt)) {
            expiresAt = end;
        }
    }

    KeyRights rights() {
        Set<Scope> granted = new LinkedHashSet<>();
        for (String scope : scopes) {
            granted.add(Scope.of(scope));
        }
        return new KeyRights(
                label, granted, new Bindings(organization, set(territories), set(datasets)), list(networks));
    }

    /**
     * What the door has to know of it.
     *
     * @param suspended whether its partner is
     */
    KnownKey known(boolean suspended) {
        KeyRights rights = rights();
        return new KnownKey(
                sha256,
                expiresAt,
                revokedAt != null || suspended,
                networks == null ? null : Networks.of(rights.networks()),
                new Caller(principal, rights.scopes(), rights.bindings(), new KeyIdentity(id, partnerId, false)));
    }

    KeyView view() {
        return new KeyView(
                id,
                partnerId,
                label,
                list(scopes),
                KeyBindings.of(rights().bindings()),
                list(networks),
                createdAt,
                expiresAt,
                revokedAt,
                predecessorId,
                lastUsedOn);
    }
}
