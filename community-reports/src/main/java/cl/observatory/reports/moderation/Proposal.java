package cl.observatory.reports.moderation;

import java.time.LocalDate;

/** What somebody proposed, for another to confirm. */
record Proposal(String principal, LocalDate day) {}
