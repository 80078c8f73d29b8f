package cl.observatory.reports.moderation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "That a report is needed longer than its key lives. A second person sends the same day to confirm it.")
record NewHold(
        @Schema(description = "Last day on which it has to be there: at most that on which a key of this week ends.")
        @NotNull
        LocalDate until,

        @Schema(description = "Why. It is sealed with the report.") @NotBlank @Size(max = 500)
        String reason) {}
