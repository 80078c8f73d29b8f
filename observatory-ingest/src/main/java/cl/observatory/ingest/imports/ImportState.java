package cl.observatory.ingest.imports;

/**
 * Where an import stands.
 *
 * <pre>
 * AWAITING_APPROVAL ──▶ PUBLISHING ──▶ PUBLISHED
 *         └───────────▶ REJECTED
 * </pre>
 *
 * The step from PUBLISHING to PUBLISHED is told by the outbox: the broker has everything.
 */
public enum ImportState {
    AWAITING_APPROVAL,
    PUBLISHING,
    PUBLISHED,
    REJECTED
}
