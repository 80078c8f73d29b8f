package cl.observatory.gateway.key;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewKey", description = "A key that is to be.")
record NewKey(
        @Schema(description = "What the partner calls it.", examples = "nightly upload") @NotBlank @Size(max = 100)
        String label,

        @Schema(description = "What it is good for: names of scopes.", examples = "[\"data:read\", \"data:write\"]")
        @NotEmpty
        @Size(max = 20)
        List<@NotNull String> scopes,

        @Schema(nullable = true) KeyBindings bindings,

        @Schema(
                description = "Networks in CIDR notation from which it may be used; absent or null is from anywhere.",
                examples = "[\"192.0.2.0/24\", \"2001:db8::/48\"]",
                nullable = true)
        @Size(min = 1, max = 50)
        List<@NotNull String> networks,

        @Schema(description = "When it ends; a year from now at the latest.") @NotNull
        Instant expiresAt) {}
