/** A caller of the public API, through the gateway and with nothing but HTTP, for the demonstration and for tests. */
package cl.observatory.local.client;
