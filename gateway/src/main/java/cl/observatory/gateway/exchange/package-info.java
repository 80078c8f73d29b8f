/** One request and its answer, from the door to the last byte. */
package cl.observatory.gateway.exchange;
