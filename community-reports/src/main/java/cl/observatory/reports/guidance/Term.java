package cl.observatory.reports.guidance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code with its words. */
@Schema(name = "ReportTerm", description = "A code and what it means.")
public record Term(
        @NotNull @Pattern(regexp = Guidance.CODE) String code,
        @NotNull @Valid Words labels) {}
