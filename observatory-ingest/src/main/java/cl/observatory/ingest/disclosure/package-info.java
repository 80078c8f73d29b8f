/**
 * Disclosure control of restricted data sets, as docs/adr/0014 decides: which tables are served, which of their cells
 * are hidden, and the attack that a mask must withstand. Pure rules: no store, no HTTP.
 */
package cl.observatory.ingest.disclosure;
