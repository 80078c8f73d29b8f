/**
 * The way in: the id of an event is stored in the transaction that applies it, so that a second delivery has no effect.
 * Each service that consumes keeps the table {@code processed_event} in its own database.
 */
package cl.observatory.events.inbox;
