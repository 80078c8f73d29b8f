/**
 * The secrets of one local stack: made once, kept in files that only their owner reads, never printed except what the
 * person at the terminal needs.
 */
package cl.observatory.local.secret;
