/** What communities told the observatory, as it may leave the service that keeps it: closed months, noised and in bands. */
package cl.observatory.events.signal;
