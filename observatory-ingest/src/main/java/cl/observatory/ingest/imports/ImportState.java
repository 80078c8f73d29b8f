package cl.observatory.ingest.imports;

/**
 * Where an import stands.
 *
 * <pre>
 *         ┌───▶ EMBARGOED ────┬────▶ STALE
 *         │                   ▼
 * AWAITING_APPROVAL ──▶ PUBLISHING ──▶ PUBLISHED ──▶ WITHDRAWN
 *         └───────────▶ REJECTED
 * </pre>
 *
 * VALIDATED and REFUSED are of files that were only tried, and kept nowhere.
 *
 * The step from PUBLISHING to PUBLISHED is told by the outbox: the broker has everything. STALE is what waited under an
 * embargo while the release that it was compared with ceased to hold.
 */
public enum ImportState {
    AWAITING_APPROVAL,
    PUBLISHING,
    PUBLISHED,
    REJECTED,
    VALIDATED,
    REFUSED,
    EMBARGOED,
    STALE,
    WITHDRAWN
}
