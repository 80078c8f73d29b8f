/**
 * Community signals: closed months of what communities reported, noised and in bands by their owner. Everything that is told of
 * them, sums included, comes out of the view {@code told_signal}. Events in: closed months; events out: that they can be read.
 */
package cl.observatory.query.signal;
