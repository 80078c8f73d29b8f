/**
 * Who changed what about partners and keys, when and why: an append-only chain (ADR 0015, module {@code audit}). An entry is
 * stored in the transaction of the change that it tells of, and never holds a key.
 */
package cl.observatory.gateway.audit;
