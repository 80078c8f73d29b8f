/** What the observatory knows of whoever asks. */
package cl.observatory.gateway.me;
