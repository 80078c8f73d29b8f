/**
 * Canaries: what a reporter tells bears marks, and then everything that the stack wrote is read for them, however it is
 * wrapped. What finds them proves first that it would.
 */
package cl.observatory.acceptance.canary;
