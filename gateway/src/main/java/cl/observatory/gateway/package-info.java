/**
 * The only public door of the observatory. It refuses what is malformed, says who is calling in a token that the services
 * verify, and passes bodies through in both directions without keeping them. It knows the services by the contracts that
 * they publish and by nothing else. No events in or out.
 */
package cl.observatory.gateway;
