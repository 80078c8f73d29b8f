/**
 * The communes that a report may be about: a copy of the territories that observatory-ingest publishes, taken in by the role
 * that moderates and read by both.
 */
package cl.observatory.reports.territory;
