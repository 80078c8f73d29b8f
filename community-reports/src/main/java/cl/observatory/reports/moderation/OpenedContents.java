package cl.observatory.reports.moderation;

import cl.observatory.reports.report.AdditionContent;
import cl.observatory.reports.report.Channel;
import cl.observatory.reports.report.ReportContent;
import cl.observatory.reports.report.ReportKind;
import cl.observatory.reports.screening.Kind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "What the reporter told, with what was found in the text replaced by its kind. Codes are those of "
                        + "/v1/report-categories.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenedContents(
        ReportKind kind,

        @Schema(examples = "EXTORTION") String category,

        @Schema(description = "Code of the commune.", examples = "13116")
        String commune,

        @Schema(description = "When it happened.", examples = "2026-11")
        String occurredMonth,

        String frequency,

        String trend,

        List<String> affectedGroups,

        @Schema(description = "Absent when there is none.") String text,

        @Schema(description = "How often each kind was replaced.")
        Map<Kind, Integer> redactions,

        @Schema(description = "Whether it may be counted.") boolean consentToAggregate,

        Channel channel,

        @Schema(description = "Who filed it for her; absent when nobody did.")
        String partner,

        @Schema(description = "Language of the text.") String language,

        @Schema(description = "Version of the privacy notice that was shown.")
        String noticeVersion,

        @Schema(description = "Day on which it came.") LocalDate receivedOn) {

    @Schema(
            name = "OpenedAddition",
            description =
                    "What the reporter added or answered. Without a text she changed her receipt, as she has to when "
                            + "somebody filed the report for her.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Addition(
            int number,
            String text,

            @Schema(description = "How often each kind was replaced.")
            Map<Kind, Integer> redactions,

            @Schema(description = "Day on which it came.") LocalDate receivedOn) {

        static Addition of(AdditionContent content) {
            return new Addition(content.number(), content.text(), content.redactions(), content.receivedOn());
        }
    }

    static OpenedContents of(ReportContent content) {
        return new OpenedContents(
                content.kind(),
                content.category(),
                content.commune(),
                content.occurredMonth(),
                content.frequency(),
                content.trend(),
                content.affectedGroups(),
                content.text(),
                content.redactions(),
                content.consentToAggregate(),
                content.channel(),
                content.partner(),
                content.language(),
                content.noticeVersion(),
                content.receivedOn());
    }
}
