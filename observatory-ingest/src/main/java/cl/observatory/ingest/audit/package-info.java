/**
 * Who changed what, when and why: an append-only chain (ADR 0015, module {@code audit}). An entry is stored in the transaction of the change
 * that it tells of; one that is edited, removed, inserted or moved afterwards is found by {@code GET /v1/audit/verification}.
 */
package cl.observatory.ingest.audit;
