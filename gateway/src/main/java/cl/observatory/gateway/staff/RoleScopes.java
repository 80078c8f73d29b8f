package cl.observatory.gateway.staff;

import cl.observatory.gateway.identity.Scope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which scopes each role gives. Some scopes come with no role: a compromised gateway must not be able to hand them out. */
final class RoleScopes {

    /** The one wants the provider's own token, the other a key, since operations that file reports look at nothing else. */
    private static final Set<Scope> NEVER = Set.of(Scope.REPORTS_MODERATE, Scope.REPORTS_RELAY);

    private final Map<String, Set<Scope>> scopes = new HashMap<>();

    /**
     * @throws IllegalStateException when a role would give what no role gives, or what there is not
     */
    RoleScopes(Map<String, Set<String>> configured) {
        configured.forEach((role, names) -> scopes.put(role, scopesOf(role, names)));
    }

    private static Set<Scope> scopesOf(String role, Set<String> names) {
        Set<Scope> given = EnumSet.noneOf(Scope.class);
        for (String name : names) {
            try {
                given.add(Scope.of(name));
            } catch (IllegalArgumentException unknown) {
                throw new IllegalStateException(
                        "gateway.staff.roles.\"" + role + "\": " + unknown.getMessage(), unknown);
            }
        }
        for (Scope never : NEVER) {
            if (given.contains(never)) {
                throw new IllegalStateException(
                        "gateway.staff.roles.\"" + role + "\": no role of the gateway's gives " + never.value());
            }
        }
        return given;
    }

    /** What all roles give together, with what everybody may do; roles that are not configured give nothing. */
    Set<Scope> of(Collection<String> roles, Set<Scope> everybody) {
        Set<Scope> given = EnumSet.copyOf(everybody);
        roles.forEach(role -> given.addAll(scopes.getOrDefault(role, Set.of())));
        return given;
    }
}
