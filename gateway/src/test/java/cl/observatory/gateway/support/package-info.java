/** What tests of the gateway share: stand-ins for the services, a client that tidies nothing, keys. */
package cl.observatory.gateway.support;
