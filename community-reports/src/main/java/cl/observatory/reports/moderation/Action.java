package cl.observatory.reports.moderation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What staff did. The names are stored and hashed, and so never change. */
@Schema(name = "ModerationAction")
enum Action {
    REPORT_OPENED,
    REPORT_TAKEN_UP,
    REPORT_VALIDATED,
    INFORMATION_ASKED,
    REPORT_MERGED,
    REPORT_REJECTED,
    REPORT_CLOSED,
    MESSAGE_SENT,
    REFERRAL_PROPOSED,
    REFERRAL_CONFIRMED,
    HOLD_PROPOSED,
    HOLD_CONFIRMED,
    PROPOSAL_WITHDRAWN
}
