/**
 * Releases to be taken away whole: an archive with the data in the form that may be served, what describes them, how they
 * are cited, and the digests of all of it, as BagIt has it (RFC 8493).
 */
package cl.observatory.query.archive;
