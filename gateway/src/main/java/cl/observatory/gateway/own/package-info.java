/**
 * The frame for the gateway's own resources (JAX-RS): a request that the door has admitted is handed over to Quarkus with
 * who calls, and a resource asks {@link cl.observatory.gateway.own.CurrentCaller} for it.
 */
package cl.observatory.gateway.own;
