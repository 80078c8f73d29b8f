/**
 * Releases: approved imports, numbered within their data set, kept as immutable batches and sent as events; what a file
 * changes against the one that holds; and how one is taken back.
 */
package cl.observatory.ingest.release;
