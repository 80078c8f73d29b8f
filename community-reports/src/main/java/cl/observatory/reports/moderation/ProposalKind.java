package cl.observatory.reports.moderation;

/** What one person may not do alone. */
enum ProposalKind {
    REFERRAL,
    HOLD
}
