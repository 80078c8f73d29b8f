package cl.observatory.gateway.allowance;

/**
 * What the store has given.
 *
 * @param granted how much of what was wanted; 0 when nothing was left
 * @param left what is left in the window for all
 */
record Grant(long granted, long left) {}
