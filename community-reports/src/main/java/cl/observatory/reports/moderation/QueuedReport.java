package cl.observatory.reports.moderation;

import cl.observatory.reports.state.ReportState;
import java.util.List;
import java.util.UUID;

/**
 * What can be told of a report without opening it.
 *
 * @param additions how often the reporter added something
 * @param proposals what waits for a second person
 */
record QueuedReport(
        UUID id, int lane, int epoch, ReportState state, String version, int additions, List<ProposalKind> proposals) {}
