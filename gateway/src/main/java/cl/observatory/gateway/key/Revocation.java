package cl.observatory.gateway.key;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Revocation", description = "Why a key is never to be good again.")
record Revocation(
        @Schema(examples = "Key seen on a public page") @NotBlank @Size(max = 500)
        String reason,

        @Schema(description = "Whether the keys that took its place are revoked as well.", defaultValue = "false")
        boolean successors) {}
