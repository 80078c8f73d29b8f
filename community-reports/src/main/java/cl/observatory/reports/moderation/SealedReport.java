package cl.observatory.reports.moderation;

import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.state.ReportState;
import java.util.List;
import java.util.UUID;

/**
 * A report as the database keeps it, with what was added to it.
 *
 * @param content null once it was erased
 * @param version changes with whatever changes here
 */
record SealedReport(
        UUID id, ReportState state, int lane, SealedContent content, String version, List<Addition> additions) {

    /** What the reporter added. */
    record Addition(UUID id, SealedContent content) {}

    SealedReport with(List<Addition> found) {
        return new SealedReport(id, state, lane, content, version, found);
    }

    /** The week whose key it is sealed to. */
    Epoch epoch() {
        return new Epoch(content.epoch());
    }
}
