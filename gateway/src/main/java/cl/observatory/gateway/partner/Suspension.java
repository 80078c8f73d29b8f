package cl.observatory.gateway.partner;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Suspension", description = "Why none of a partner's keys is to be good for the time being.")
record Suspension(
        @Schema(examples = "Key seen on a public page") @NotBlank @Size(max = 500)
        String reason) {}
