/**
 * Who is calling: what the gateway says of its callers, and, in the moderation role, the staff member's own token. Each
 * issuer is believed for the scopes that the configuration gives it, and for no other.
 */
package cl.observatory.reports.identity;
