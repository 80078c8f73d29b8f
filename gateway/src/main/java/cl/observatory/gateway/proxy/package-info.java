/**
 * The way on to the services. Bodies stream in both directions at the pace of the slower side; what of the headers goes on
 * is listed, and a request that breaks off on one side breaks off on the other.
 */
package cl.observatory.gateway.proxy;
