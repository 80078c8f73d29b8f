package cl.observatory.reports.report;

import cl.observatory.reports.guidance.Category;
import cl.observatory.reports.guidance.SafetyMessage;
import cl.observatory.reports.guidance.Term;
import cl.observatory.reports.guidance.Words;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "All that a form for reports needs.")
record ReportForm(
        @Schema(description = "What a report may be about.") List<Category> items,

        @Schema(description = "The groups that categories belong to.")
        List<Term> groups,

        List<Term> frequencies,
        List<Term> trends,
        List<Term> affectedGroups,

        @Schema(description = "To be shown before anything is written.")
        List<SafetyMessage> safetyMessages,

        @Schema(description = "To be shown beside the question whether a proof of filing is wanted.")
        Words proofOfFilingWarning,

        @Schema(description = "Version of the privacy notice that is to be shown.", examples = "1")
        String noticeVersion,

        @Schema(
                description = "How many zero bits the digest of a proof of work begins with; 0 when none is asked for.",
                examples = "18")
        int proofOfWorkBits,

        @Schema(description = "Size of every body, in bytes.", examples = "16384")
        int bodySize) {}
