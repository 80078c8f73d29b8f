package cl.observatory.reports.guidance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A next step in words. */
@Schema(description = "What the holder of the receipt can do next.")
public record Advice(@NotNull NextStep code, @NotNull @Valid Words text) {}
