/** How events leave: the relay of the outbox, and the reference tables that are sent when their files change. */
package cl.observatory.ingest.publication;
