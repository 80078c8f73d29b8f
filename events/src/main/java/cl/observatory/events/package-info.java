/**
 * The language the services speak to each other: event types, their wire form, the outbox that sends them and the inbox
 * that applies each of them once. It is the only code that services share.
 */
package cl.observatory.events;
