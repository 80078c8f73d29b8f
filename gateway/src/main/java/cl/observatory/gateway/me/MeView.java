package cl.observatory.gateway.me;

import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.identity.KeyIdentity;
import cl.observatory.gateway.identity.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Me", description = "Who is calling, and what that caller may do.")
record MeView(
        @Schema(description = "Whether the caller is nobody in particular, and may read what is public.")
        boolean anonymous,

        @Schema(
                description = "The name by which changes of this caller are recorded.",
                examples = "ministry-of-interior")
        String principal,

        @Schema(description = "The partner whose key it is; null when there is none.")
        String partner,

        @Schema(description = "The key that was presented, by its id; null when there is none.", examples = "7k3n0q9d")
        String keyId,

        @Schema(description = "When the key ends; null when there is none, or it does not.")
        Instant expiresAt,

        @Schema(
                description = "What the caller may do, by name.",
                examples = "[\"data:read\", \"data:write\"]",
                implementation = String[].class)
        List<String> scopes,

        Binding bindings) {

    @Schema(name = "Bindings", description = "Where the scopes hold; null is everywhere.")
    record Binding(
            @Schema(description = "Whom the caller works for.", examples = "ministry-of-interior")
            String organization,

            @Schema(description = "Codes of the territories whose figures the caller may send.")
            List<String> territories,

            @Schema(description = "Ids of the data sets in which the caller may work.")
            List<String> datasets) {}

    static MeView of(Caller caller, Instant expiresAt) {
        KeyIdentity key = caller.key();
        return new MeView(
                caller.equals(Caller.ANONYMOUS),
                caller.principal(),
                key == null ? null : key.partner(),
                key == null ? null : key.id(),
                expiresAt,
                caller.scopes().stream().map(Scope::value).sorted().toList(),
                new Binding(
                        caller.bindings().organization(),
                        sorted(caller.bindings().territories()),
                        sorted(caller.bindings().datasets())));
    }

    private static List<String> sorted(Set<String> values) {
        return values == null ? null : values.stream().sorted().toList();
    }
}
