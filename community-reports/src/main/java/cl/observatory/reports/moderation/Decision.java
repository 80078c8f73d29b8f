package cl.observatory.reports.moderation;

import cl.observatory.reports.state.ReportState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The states into which moderators bring a report. The others are the reporter's, or the calendar's. */
@Schema(name = "ModerationDecision")
enum Decision {
    IN_REVIEW(ReportState.IN_REVIEW, Action.REPORT_TAKEN_UP),
    VALIDATED(ReportState.VALIDATED, Action.REPORT_VALIDATED),
    NEEDS_INFO(ReportState.NEEDS_INFO, Action.INFORMATION_ASKED),
    MERGED(ReportState.MERGED, Action.REPORT_MERGED),
    REJECTED(ReportState.REJECTED, Action.REPORT_REJECTED),
    REFERRED(ReportState.REFERRED, Action.REFERRAL_CONFIRMED),
    CLOSED(ReportState.CLOSED, Action.REPORT_CLOSED);

    private final ReportState state;
    private final Action action;

    Decision(ReportState state, Action action) {
        this.state = state;
        this.action = action;
    }

    ReportState state() {
        return state;
    }

    Action action() {
        return action;
    }

    /** While a question is open the report is the reporter's: she answers, or the time to do so ends. */
    boolean isAllowedFrom(ReportState current) {
        return current != ReportState.NEEDS_INFO && current.mayBecome(state);
    }
}
