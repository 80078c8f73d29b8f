package cl.observatory.reports.moderation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a report is opened. A list and no text of one's own, since the audit must not tell what the report says. */
@Schema(
        name = "OpeningReason",
        description =
                "TRIAGE: to decide about it. ANSWER: the reporter added something. DUPLICATES: to compare it with "
                        + "another. SECOND_PERSON: to confirm what somebody proposed. REVIEW: to look at a decision again.")
enum OpeningReason {
    TRIAGE,
    ANSWER,
    DUPLICATES,
    SECOND_PERSON,
    REVIEW
}
