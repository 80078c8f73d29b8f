/** The territories of Chile and how they changed, from files that are part of the service. */
package cl.observatory.ingest.territory;
