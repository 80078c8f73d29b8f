package cl.observatory.reports.moderation;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "That somebody opens a report, and why.")
record NewOpening(@NotNull OpeningReason reason) {}
