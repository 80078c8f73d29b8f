/** Alias tables: which names publishers write for a code, with every spelling that was seen and accepted. */
package cl.observatory.ingest.alias;
