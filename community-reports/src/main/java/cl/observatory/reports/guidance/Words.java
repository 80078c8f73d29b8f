package cl.observatory.reports.guidance;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "GuidanceWords", description = "A text in the two languages of the API.")
public record Words(@NotBlank String es, @NotBlank String en) {}
