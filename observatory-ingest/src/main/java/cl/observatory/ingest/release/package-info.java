/** Releases: approved imports, numbered within their data set, kept as immutable batches and sent as events. */
package cl.observatory.ingest.release;
