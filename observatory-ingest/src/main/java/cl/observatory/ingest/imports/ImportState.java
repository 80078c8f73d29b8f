package cl.observatory.ingest.imports;

/**
 * Where an import stands.
 *
 * <pre>
 * AWAITING_APPROVAL ──▶ PUBLISHING ──▶ PUBLISHED
 *         └───────────▶ REJECTED
 * </pre>
 *
 * VALIDATED and REFUSED are of files that were only tried, and kept nowhere.
 *
 * The step from PUBLISHING to PUBLISHED is told by the outbox: the broker has everything.
 */
public enum ImportState {
    AWAITING_APPROVAL,
    PUBLISHING,
    PUBLISHED,
    REJECTED,
    VALIDATED,
    REFUSED
}
