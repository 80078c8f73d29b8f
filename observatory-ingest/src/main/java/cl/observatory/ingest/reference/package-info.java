/** Reading of the reference files that are part of the service. */
package cl.observatory.ingest.reference;
