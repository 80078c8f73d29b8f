/**
 * Staff sign in with the government's OIDC provider and show its token at the door. It is verified here with the
 * provider's keys, and what its roles allow is said by configuration: never to moderate, for which moderation wants to see
 * the token itself (docs/adr/0030, docs/adr/0044).
 */
package cl.observatory.gateway.staff;
