package cl.observatory.reports.report;

import cl.observatory.reports.filing.ProofOfFiling;
import cl.observatory.reports.guidance.ChannelView;
import cl.observatory.reports.guidance.SafetyMessage;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The report is stored.")
public record SubmittedReport(
        @Schema(
                description = "Shown once, and not kept: the only way to the report.",
                examples = "K7QF-2M9T-X0RA-8D4C-VWPB-3H6N")
        String receipt,

        @Schema(description = "Whether somebody else knows the receipt, so that it has to be changed at its first use.")
        boolean receiptToBeChanged,

        @Schema(description = "What was replaced in the text.")
        List<Redaction> redactions,

        List<SafetyMessage> safetyMessages,

        @Schema(
                description =
                        "Where it can be reported or help be found; those for emergencies first when it is happening now.")
        List<ChannelView> channels,

        @JsonInclude(JsonInclude.Include.NON_NULL) ProofOfFiling proofOfFiling) {}
