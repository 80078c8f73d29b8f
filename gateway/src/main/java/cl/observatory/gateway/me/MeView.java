package cl.observatory.gateway.me;

import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.identity.KeyIdentity;
import cl.observatory.gateway.identity.Scope;
import cl.observatory.gateway.key.KeyBindings;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Me", description = "Who is calling, and what that caller may do.")
record MeView(
        @Schema(description = "Whether the caller is nobody in particular, and may read what is public.")
        boolean anonymous,

        @Schema(
                description = "The name by which changes of this caller are recorded.",
                examples = "ministry-of-interior")
        String principal,

        @Schema(description = "The partner whose key it is; null when there is none.", nullable = true)
        String partner,

        @Schema(
                description = "The key that was presented, by its id; null when there is none.",
                examples = "7k3n0q9d",
                nullable = true)
        String keyId,

        @Schema(description = "When the key ends; null when there is none, or it does not.", nullable = true)
        Instant expiresAt,

        @Schema(
                description = "What the caller may do, by name.",
                examples = "[\"data:read\", \"data:write\"]",
                implementation = String[].class)
        List<String> scopes,

        KeyBindings bindings) {

    static MeView of(Caller caller, Instant expiresAt) {
        KeyIdentity key = caller.key();
        return new MeView(
                caller.equals(Caller.ANONYMOUS),
                caller.principal(),
                key == null ? null : key.partner(),
                key == null ? null : key.id(),
                expiresAt,
                caller.scopes().stream().map(Scope::value).sorted().toList(),
                KeyBindings.of(caller.bindings()));
    }
}
