/**
 * Releases on their way to readers. Batches load as versions of cells that no reader sees yet; when count and checksum
 * agree with what was published, sums are made beside what is served, and the release becomes visible by a change of one
 * row.
 */
package cl.observatory.query.release;
