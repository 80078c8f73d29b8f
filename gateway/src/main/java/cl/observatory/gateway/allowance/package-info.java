/**
 * How much each caller may ask for. Every caller with a key has an allowance of its own, all callers without share a pool,
 * in which each network has a small part. All replicas spend from one store, in slices that they lease ahead of need, so
 * that no request waits for the store. Confidential operations are not limited here: a count would tell of them.
 */
package cl.observatory.gateway.allowance;
