/** From where a request comes, as far as it can be known, and the networks to which keys are bound. */
package cl.observatory.gateway.network;
