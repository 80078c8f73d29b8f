package cl.observatory.gateway.identity;

import java.util.Set;

/**
 * Who is calling.
 *
 * @param principal the name by which the services know the caller
 * @param bindings what the scopes are bound to
 * @param key by which the caller is known; null for callers without a key, and for staff
 */
public record Caller(String principal, Set<Scope> scopes, Bindings bindings, KeyIdentity key) {

    /** A caller without a key, who may read what is public. */
    public static final Caller ANONYMOUS = new Caller("anonymous", Set.of(Scope.DATA_READ));

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** A caller who is known without a key. */
    public Caller(String principal, Set<Scope> scopes, Bindings bindings) {
        this(principal, scopes, bindings, null);
    }

    /** A caller whose scopes hold everywhere. */
    public Caller(String principal, Set<Scope> scopes) {
        this(principal, scopes, Bindings.NONE);
    }
}
