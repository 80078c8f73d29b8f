/**
 * Checks before approval: rules that are stored with a data set, run by set-based SQL over the cells of a file while it is
 * taken in, and what they found, for the person who decides.
 */
package cl.observatory.ingest.check;
