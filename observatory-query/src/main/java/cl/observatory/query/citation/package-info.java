/**
 * Answers that can be cited: they keep their data, so that whoever follows a citation finds what its author saw, with what
 * has become of it since ({@code docs/adr/0026}). They are this service's own, and no rebuild drops them.
 */
package cl.observatory.query.citation;
