/**
 * What a caller may do here beyond the scopes: work in some data sets only, send figures of some territories only, act
 * for one organization. The gateway says so in the identity token; a token that says it in another form is no identity.
 */
package cl.observatory.ingest.access;
