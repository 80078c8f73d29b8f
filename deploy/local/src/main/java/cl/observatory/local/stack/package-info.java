/**
 * The kept stack: PostgreSQL, Kafka and the services as processes of their own, with everything they keep in one folder.
 * Each may be killed at any moment; bringing the stack up again starts what is missing and leaves the rest alone.
 */
package cl.observatory.local.stack;
