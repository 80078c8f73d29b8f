/**
 * Who did what, when and why: an append-only chain (ADR 0015). An entry is stored in the transaction of what it tells of;
 * one that is edited, removed, inserted or moved afterwards is found by going along the chain. Who may read it, and how
 * its tables are guarded, is each service's own.
 */
package cl.observatory.audit;
