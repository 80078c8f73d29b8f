/**
 * The way in. Every request passes the same checks in the same order before anything else looks at it; what does not pass
 * is answered here and reaches no service.
 */
package cl.observatory.gateway.door;
