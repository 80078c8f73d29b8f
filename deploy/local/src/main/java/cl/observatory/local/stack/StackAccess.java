package cl.observatory.local.stack;

import java.net.URI;
import java.nio.file.Path;

/**
 * What a person or a program needs to use a running stack.
 *
 * @param gateway the only address that others should know
 * @param apiKeys the file with all keys
 */
public record StackAccess(URI gateway, Path apiKeys, String stewardKey, String approverKey, String municipalityKey) {

    public URI docs() {
        return gateway.resolve("/v1/docs");
    }

    @Override
    public String toString() {
        return "StackAccess[" + gateway + "]";
    }
}
