package cl.observatory.gateway.key;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Key", description = "What is stored of a key; not the key itself.")
record KeyView(
        @Schema(description = "Its third part, by which it can be told from others.", examples = "7k3n0q9d")
        String id,

        @Schema(description = "The partner whose key it is.")
        String partner,

        String label,

        @Schema(description = "What it is good for: names of scopes.")
        List<String> scopes,

        KeyBindings bindings,

        @Schema(description = "Networks from which it may be used; null is from anywhere.", nullable = true)
        List<String> networks,

        Instant createdAt,

        Instant expiresAt,

        @Schema(description = "Since when it is never good again.", nullable = true)
        Instant revokedAt,

        @Schema(description = "The key whose place it took.", nullable = true)
        String predecessor,

        @Schema(
                description = "The day of its last use in UTC, some seconds late; null when it was never used. Relayed"
                        + " reports do not count.",
                nullable = true)
        LocalDate lastUsedOn) {}
