/**
 * Official statistics in. It owns territories, classifications, data sets, import profiles, imports, releases,
 * indicators, the register of sources and annotations. Events out: reference data, observation batches and releases; events in: none.
 */
package cl.observatory.ingest;
