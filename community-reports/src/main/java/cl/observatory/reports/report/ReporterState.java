package cl.observatory.reports.report;

import cl.observatory.reports.guidance.NextStep;
import cl.observatory.reports.state.ReportState;

/** What the holder of a receipt is told of a report: never how it was decided, nor whether it was counted. */
public enum ReporterState {
    UNDER_REVIEW(NextStep.WAIT),
    /** Moderators wrote, and wait for an answer. */
    ANSWERED(NextStep.ANSWER),
    CLOSED(NextStep.NOTHING_MORE),
    /** Somebody else knows the receipt; nothing is told until it is another. */
    RECEIPT_TO_BE_CHANGED(NextStep.CHANGE_RECEIPT);

    private final NextStep nextStep;

    ReporterState(NextStep nextStep) {
        this.nextStep = nextStep;
    }

    NextStep nextStep() {
        return nextStep;
    }

    static ReporterState of(ReportState state) {
        if (state.isDecided()) {
            return CLOSED;
        }
        return state == ReportState.NEEDS_INFO ? ANSWERED : UNDER_REVIEW;
    }
}
