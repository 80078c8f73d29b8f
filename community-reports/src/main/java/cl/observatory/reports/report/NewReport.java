package cl.observatory.reports.report;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "A sign of risk. There is no field for a name, a place within the commune, a day or a file, and what "
                        + "looks like one in the text is replaced before anything is stored.")
public record NewReport(
        @NotNull ReportKind kind,

        @Schema(description = "A code of /v1/report-categories.", examples = "EXTORTION") @NotNull @Size(max = 50)
        String category,

        @Schema(description = "Code of the commune.", examples = "13116") @NotNull @Pattern(regexp = "[0-9]{5}")
        String commune,

        @Schema(description = "The month in which it happened, of this and the 24 before.", examples = "2026-11")
        @NotNull
        @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])")
        String occurredMonth,

        @Schema(examples = "WEEKLY") @NotNull @Size(max = 50)
        String frequency,

        @Schema(examples = "INCREASING") @NotNull @Size(max = 50)
        String trend,

        @Schema(description = "Whom it touches; left out when nobody in particular.") @Size(max = 12)
        List<@NotNull @Size(max = 50) String> affectedGroups,

        @Schema(description = "What happens, in the reporter's words: up to 2,000 characters.")
        String text,

        @Schema(description = "Whether the report may be counted in the monthly signals.") @NotNull
        Boolean consentToAggregate,

        @Schema(
                description =
                        "Whether it is happening now. It decides which numbers are shown first, and is not stored.",
                defaultValue = "false")
        Boolean happeningNow,

        @Schema(
                description =
                        "Whether the answer has a proof that this was filed. It also proves it to whoever takes it from her: "
                                + "show the warning of /v1/report-categories first. There has to be a text.",
                defaultValue = "false")
        Boolean proofOfFiling,

        @Schema(description = "Language of the text.", defaultValue = "es") @Pattern(regexp = "es|en")
        String language,

        @Schema(description = "Version of the privacy notice that was shown.", examples = "1") @NotNull @Size(max = 20)
        String noticeVersion) {

    /** What makes it the same report when it is sent again: all but what is not stored. */
    NewReport canonical() {
        return new NewReport(
                kind,
                category,
                commune,
                occurredMonth,
                frequency,
                trend,
                affectedGroups,
                text,
                consentToAggregate,
                null,
                proofOfFiling,
                language,
                noticeVersion);
    }

    boolean asksForProof() {
        return Boolean.TRUE.equals(proofOfFiling);
    }

    boolean isHappeningNow() {
        return Boolean.TRUE.equals(happeningNow);
    }
}
