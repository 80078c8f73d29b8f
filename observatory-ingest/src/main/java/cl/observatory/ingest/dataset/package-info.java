/** Data sets: the cubes that files fill. */
package cl.observatory.ingest.dataset;
