package cl.observatory.reports.guidance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a report is about. */
@Schema(name = "ReportCategory", description = "What a report may be about.")
public record Category(
        @Schema(examples = "EXTORTION") @NotNull @Pattern(regexp = Guidance.CODE)
        String code,

        @Schema(description = "Code of its group.", examples = "PREDATORY") @NotNull
        String group,

        @NotNull @Valid Words labels,

        @Schema(description = "How soon moderators look at such reports.") @NotNull
        Priority priority,

        @Schema(description = "Classes of UNODC's crime classification that come near; a hint, not a mapping.") @NotNull
        List<@Pattern(regexp = "[0-9]{2,6}") String> iccs) {}
