/**
 * Answers about any place. It owns read models that it can build again from events (schema {@code read}) and what is
 * kept (schema {@code kept}). Events in: reference data, observation batches, releases; events out: what has become
 * visible.
 */
package cl.observatory.query;
