/**
 * Files taken from their publisher's address: from hosts that are allowed by configuration and no others, and never from
 * inside the network that the service runs in.
 */
package cl.observatory.ingest.fetch;
