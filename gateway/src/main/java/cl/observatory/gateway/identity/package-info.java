/**
 * Who is calling, and how the services come to know it: a token that only the gateway can sign, that names one service as
 * its audience and lives for a minute. The services hold the public key; none of them fetches it.
 */
package cl.observatory.gateway.identity;
