/**
 * The way out: an event is stored in the transaction that changes the state it tells of, and sent afterwards, at least
 * once and in order. Each service that emits keeps the table {@code outbox} in its own database.
 */
package cl.observatory.events.outbox;
