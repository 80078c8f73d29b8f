/**
 * Imports: a file comes in, is read by its profile in one pass, and waits for a second person. The file as it came and
 * the batches that were read from it are stored in one transaction; a file that is refused leaves nothing.
 */
package cl.observatory.ingest.imports;
