/**
 * Annotations: what an organization, such as a municipality, says beside a published figure of its own territory, as a
 * note or a dispute. Somebody of another organization decides whether it is shown; no figure ever changes by it.
 */
package cl.observatory.ingest.annotation;
