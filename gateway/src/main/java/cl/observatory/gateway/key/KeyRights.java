package cl.observatory.gateway.key;

import cl.observatory.gateway.identity.Bindings;
import cl.observatory.gateway.identity.Scope;
import java.util.List;
import java.util.Set;

/**
 * What a key is good for.
 *
 * @param label what its holder calls it
 * @param networks from which it may be used, as they are always written; null is from anywhere
 */
record KeyRights(String label, Set<Scope> scopes, Bindings bindings, List<String> networks) {

    KeyRights {
        scopes = Set.copyOf(scopes);
        networks = networks == null ? null : List.copyOf(networks);
    }
}
