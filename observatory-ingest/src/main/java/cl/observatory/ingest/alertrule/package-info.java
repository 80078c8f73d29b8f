/**
 * Rules by which published figures are watched. They are data: what is unusual is said here, and looked for in query, where
 * the figures are.
 */
package cl.observatory.ingest.alertrule;
