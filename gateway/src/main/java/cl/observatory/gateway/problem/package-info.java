/**
 * What the gateway answers when it cannot answer: problem documents (RFC 9457) in two languages, and the catalogue of all
 * problems that the observatory knows. Problems of the services pass through untouched.
 */
package cl.observatory.gateway.problem;
