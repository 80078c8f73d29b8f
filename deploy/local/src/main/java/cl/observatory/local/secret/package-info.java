/**
 * The secrets of one local stack: made once, kept in files that only their owner reads, never printed except the two API
 * keys that the person at the terminal needs.
 */
package cl.observatory.local.secret;
