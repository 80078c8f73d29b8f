package cl.observatory.reports.notice;

import cl.observatory.reports.guidance.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of what reporters are told about their data. */
@Schema(description = "What becomes of what a reporter tells. A report names the version that was shown.")
public record PrivacyNotice(
        @Schema(examples = "1") @NotNull @Pattern(regexp = Notices.VERSION)
        String version,

        @Schema(description = "The day from which it holds.") @NotNull
        LocalDate validFrom,

        @NotNull @Valid Words title,
        @NotEmpty List<@Valid Section> sections) {

    @Schema(name = "PrivacyNoticeSection")
    record Section(
            @NotNull @Valid Words heading, @NotNull @Valid Words text) {}
}
