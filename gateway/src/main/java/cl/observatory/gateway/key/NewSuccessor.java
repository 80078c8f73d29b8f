package cl.observatory.gateway.key;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewSuccessor", description = "A key that is to take the place of another.")
record NewSuccessor(
        @Schema(
                description = "How long the old key is still good beside it, 30 days at most.",
                examples = "P7D",
                implementation = String.class,
                format = "duration")
        @NotNull
        Duration overlap,

        @Schema(description = "When the new key ends; a year from now at the latest.") @NotNull
        Instant expiresAt) {}
