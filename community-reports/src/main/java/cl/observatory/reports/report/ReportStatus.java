package cl.observatory.reports.report;

import cl.observatory.reports.guidance.Advice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What the holder of a receipt may know; never what was told, nor whether it was counted.")
public record ReportStatus(
        ReporterState state,

        @Schema(description = "What moderators wrote, the newest first.")
        List<Message> messages,

        @Schema(description = "What to send as before for the messages that did not fit; absent when all did.")
        Integer olderBefore,

        Advice nextStep) {

    /**
     * One message.
     *
     * @param number its place among those of the report
     */
    @Schema(name = "ReporterMessage", description = "A message of the moderators.")
    public record Message(@Schema(examples = "1") int number, String text) {}
}
