package cl.observatory.ingest.release;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why a release is withdrawn.")
record NewWithdrawal(
        @Schema(
                description = "ERROR: the release before holds again, and this one stays readable as what was said at "
                        + "its time. DISCLOSURE: this one and all later ones are removed everywhere, for good.")
        @NotNull
        WithdrawalReason reason,

        @Schema(description = "What is wrong with it. Readers see it when the reason is an error.")
        @NotBlank
        @Size(max = 2000)
        String note) {}
