package cl.observatory.gateway.partner;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Partner", description = "Who holds keys.")
public record PartnerView(
        String id,

        String name,

        String contact,

        Instant createdAt,

        @Schema(description = "Whether none of its keys is good for the time being.")
        boolean suspended,

        @Schema(nullable = true) Instant suspendedAt,

        @Schema(nullable = true) String suspensionReason) {}
