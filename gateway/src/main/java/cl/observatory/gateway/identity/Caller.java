package cl.observatory.gateway.identity;

import java.util.Set;

/**
 * Who is calling.
 *
 * @param principal the name by which the services know the caller
 */
public record Caller(String principal, Set<Scope> scopes) {

    /** A caller without a key, who may read what is public. */
    public static final Caller ANONYMOUS = new Caller("anonymous", Set.of(Scope.DATA_READ));

    public Caller {
        scopes = Set.copyOf(scopes);
    }
}
