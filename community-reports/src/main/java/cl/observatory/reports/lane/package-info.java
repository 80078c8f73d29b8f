/**
 * The queue that a report waits in, as a number that tells nothing without a key: how soon it should be opened, and which
 * part of the country, of at least 100,000 people, it speaks of.
 */
package cl.observatory.reports.lane;
