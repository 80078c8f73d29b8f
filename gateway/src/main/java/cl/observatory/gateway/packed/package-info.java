/**
 * What the build packs into the gateway from {@code docs/contracts}: the OpenAPI documents and the problem catalogues that
 * the services publish. They are read once, at the start.
 */
package cl.observatory.gateway.packed;
