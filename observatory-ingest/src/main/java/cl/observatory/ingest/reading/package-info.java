/** Rows of a file as observations of a data set, as an import profile says. */
package cl.observatory.ingest.reading;
