package cl.observatory.gateway.identity;

import java.util.Set;

/**
 * Who is calling.
 *
 * @param principal the name by which the services know the caller
 * @param bindings what the scopes are bound to
 */
public record Caller(String principal, Set<Scope> scopes, Bindings bindings) {

    /** A caller without a key, who may read what is public. */
    public static final Caller ANONYMOUS = new Caller("anonymous", Set.of(Scope.DATA_READ));

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** A caller whose scopes hold everywhere. */
    public Caller(String principal, Set<Scope> scopes) {
        this(principal, scopes, Bindings.NONE);
    }
}
