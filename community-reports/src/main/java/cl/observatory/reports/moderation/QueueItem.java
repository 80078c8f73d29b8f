package cl.observatory.reports.moderation;

import cl.observatory.reports.guidance.Priority;
import cl.observatory.reports.lane.Lane;
import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.state.ReportState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "QueuedReport", description = "What can be told of a report without opening it.")
record QueueItem(
        UUID id,

        @Schema(
                description =
                        "Goes into If-Match when something is done with the report; changes with whatever changes.")
        String version,

        ReportState state,

        @Schema(description = "How urgent its category is.") Priority priority,

        @Schema(description = "Regions that share its lane; none for what no group of regions holds.", examples = "13")
        List<String> regions,

        @Schema(description = "Monday of the week in which it came, or from which it is kept longer.")
        LocalDate week,

        @Schema(description = "Day from which nobody can open it any more.")
        LocalDate endsOn,

        @Schema(description = "How often something was added to it.")
        int additions,

        @Schema(description = "What somebody proposed and waits for a second person.")
        List<ProposalKind> proposals) {

    static QueueItem of(QueuedReport report, Lane lane) {
        Epoch epoch = new Epoch(report.epoch());
        return new QueueItem(
                report.id(),
                report.version(),
                report.state(),
                lane.priority(),
                lane.regions(),
                epoch.firstDay(),
                epoch.closedOn(),
                report.additions(),
                report.proposals());
    }
}
