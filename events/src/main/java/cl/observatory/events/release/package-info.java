/** Events of the bulk path: batches of observations, the release that they make up, and its becoming visible. */
package cl.observatory.events.release;
