/** One Kafka broker in a process of its own, and the topics that the services share. */
package cl.observatory.local.kafka;
