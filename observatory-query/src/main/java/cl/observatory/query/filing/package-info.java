/**
 * Roots by which reporters prove that they filed, passed on to everybody who listens. Events in: signed roots; events out:
 * the same, for all subscribers.
 */
package cl.observatory.query.filing;
