/**
 * The whole observatory on one machine, without a container engine: a real PostgreSQL, a real Kafka broker and the
 * services, each a process of its own. Tests borrow the same two servers through {@link
 * cl.observatory.local.TestServers}.
 */
package cl.observatory.local;
