/** Requests that create something and may come twice, since their answers can get lost: they take effect once. */
package cl.observatory.gateway.idempotency;
