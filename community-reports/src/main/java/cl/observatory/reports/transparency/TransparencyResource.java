package cl.observatory.reports.transparency;

import cl.observatory.reports.envelope.PublicDocument;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/transparency")
@Tag(name = "Report")
@PublicDocument
@RunOnVirtualThread
@Authenticated
public class TransparencyResource {

    private final Transparency transparency;

    TransparencyResource(Transparency transparency) {
        this.transparency = transparency;
    }

    @Schema(name = "Transparency", description = "The work with reports, month by month, of the whole country.")
    record TransparencyView(
            @Schema(
                    description =
                            "Numbers are told as multiples of this, of what there was or somewhat less; 0 is fewer.",
                    examples = "5")
            int floor,

            @Schema(description = "Closed months, the newest first. None is ever revised.")
            List<MonthView> items) {}

    @Schema(name = "TransparencyMonth")
    record MonthView(
            @Schema(examples = "2026-10") String month,
            LocalDate closedOn,
            @Schema(description = "Reports that came in.") int received,

            @Schema(description = "Reports that were rejected, by reason; reasons with too few are not listed.")
            List<RejectionView> rejected,

            @Schema(description = "Reports that were decided about, however.")
            int decided,

            @Schema(
                    description =
                            "Half of the decisions were made within so many days; absent when there were too few.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Integer medianDaysToDecision,

            @Schema(description = "How often moderators opened the text of a report.")
            int opened) {

        static MonthView of(Transparency.ClosedMonth month) {
            Figures figures = month.figures();
            return new MonthView(
                    month.month().toString(),
                    month.closedOn(),
                    figures.received(),
                    figures.rejected().entrySet().stream()
                            .map(each -> new RejectionView(each.getKey(), each.getValue()))
                            .toList(),
                    figures.decided(),
                    figures.medianDays(),
                    figures.opened());
        }
    }

    @Schema(name = "TransparencyRejection")
    record RejectionView(@Schema(examples = "SPAM") String reason, int reports) {}

    @GET
    @Operation(
            operationId = "getTransparency",
            summary = "How many reports came in, and what became of them",
            description = "Of closed months, at least a week after their end.")
    @APIResponse(responseCode = "200", description = "Closed months.")
    public TransparencyView get() {
        return new TransparencyView(
                Figures.FLOOR,
                transparency.closedMonths().stream().map(MonthView::of).toList());
    }
}
