/**
 * What moderators' decisions of a month add up to, until the month is closed: valid reports by category and commune, rejections,
 * days to decision, openings. It has no key of any report, and is sealed as one, so that the tables tell nothing of it but that
 * a decision was made.
 */
package cl.observatory.reports.tally;
