/** Partners: the institutions and organizations that hold keys. */
package cl.observatory.gateway.partner;
