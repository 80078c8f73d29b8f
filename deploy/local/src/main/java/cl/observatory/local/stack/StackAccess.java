package cl.observatory.local.stack;

import cl.observatory.local.secret.LocalPrincipal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a person or a program needs to use a running stack.
 *
 * @param gateway the only address that others should know
 * @param moderation where staff decide on reports; no way leads there through the gateway
 * @param apiKeys the file with all keys
 */
public record StackAccess(URI gateway, URI moderation, Path apiKeys, Map<LocalPrincipal, String> keys) {

    public StackAccess {
        keys = Map.copyOf(keys);
    }

    public URI docs() {
        return gateway.resolve("/v1/docs");
    }

    public String stewardKey() {
        return keys.get(LocalPrincipal.STEWARD);
    }

    public String approverKey() {
        return keys.get(LocalPrincipal.APPROVER);
    }

    public String municipalityKey() {
        return keys.get(LocalPrincipal.MUNICIPALITY);
    }

    public String relayKey() {
        return keys.get(LocalPrincipal.RELAY);
    }

    @Override
    public String toString() {
        return "StackAccess[" + gateway + "]";
    }
}
