/**
 * Breaks of data sets: from when on figures are no longer comparable with those before. A list is whole and versioned; its
 * versions are kept.
 */
package cl.observatory.ingest.breaks;
