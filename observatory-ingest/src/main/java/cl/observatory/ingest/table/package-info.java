/** Files as rows of text: what a publisher sends, told by its content and read with bounded memory. */
package cl.observatory.ingest.table;
