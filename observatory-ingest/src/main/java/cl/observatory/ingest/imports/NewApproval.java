package cl.observatory.ingest.imports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a second person decides about an import.")
record NewApproval(
        @Schema(description = "APPROVE publishes it as the next release; REJECT ends it.") @NotNull
        Import.Decision decision,

        @Schema(description = "Why.") @Size(max = 2000) String note) {}
