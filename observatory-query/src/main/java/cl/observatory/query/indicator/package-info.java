/** Indicators as readers ask for them: a local copy of what ingest publishes. */
package cl.observatory.query.indicator;
