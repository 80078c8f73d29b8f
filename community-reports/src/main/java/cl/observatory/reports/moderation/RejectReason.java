package cl.observatory.reports.moderation;

/** Why a report is not believed or not for the observatory. */
public enum RejectReason {
    SPAM,
    OUT_OF_SCOPE,
    ACCUSATION_NAMED_PERSON,
    HATE_OR_DISCRIMINATION,
    UNINTELLIGIBLE,
    DUPLICATE,
    TEST
}
