package cl.observatory.reports.state;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a report stands.
 *
 * <pre>
 *  SCREENED ──▶ IN_REVIEW ──▶ VALIDATED ──▶ REFERRED
 *                 │ │ ▲ │        └────────▶ CLOSED
 *                 │ │ │ ├──▶ MERGED            ▲
 *                 │ │ │ └──▶ REJECTED          │
 *                 │ ▼ │                        │
 *              NEEDS_INFO ─────────────────────┘
 *
 *  any but PURGED ──▶ WITHDRAWN (by receipt)        any ──▶ PURGED (its key died)
 * </pre>
 */
public enum ReportState {
    /** Stored, with what was found in its text replaced; nobody has read it. */
    SCREENED,
    IN_REVIEW,
    /** Believed, and counted once if the reporter agreed to it. */
    VALIDATED,
    /** Moderators asked; the reporter answers with the receipt. */
    NEEDS_INFO,
    /** Another report tells the same. */
    MERGED,
    REJECTED,
    /** An institution was told, by decision of two moderators. */
    REFERRED,
    CLOSED,
    /** Erased by whoever held the receipt. */
    WITHDRAWN,
    /** Erased at its date. */
    PURGED;

    /** The states that may come next. */
    public Set<ReportState> next() {
        Set<ReportState> next = switch (this) {
            case SCREENED -> EnumSet.of(IN_REVIEW);
            case IN_REVIEW -> EnumSet.of(VALIDATED, NEEDS_INFO, MERGED, REJECTED);
            case VALIDATED -> EnumSet.of(REFERRED, CLOSED);
            case NEEDS_INFO -> EnumSet.of(IN_REVIEW, CLOSED);
            case MERGED, REJECTED, REFERRED, CLOSED, WITHDRAWN, PURGED -> EnumSet.noneOf(ReportState.class);
        };
        if (this != PURGED) {
            next.add(PURGED);
        }
        if (!isErased()) {
            next.add(WITHDRAWN);
        }
        return next;
    }

    public boolean mayBecome(ReportState other) {
        return next().contains(other);
    }

    /** Whether nothing of what was told is left. */
    public boolean isErased() {
        return this == WITHDRAWN || this == PURGED;
    }

    /**
     * Whether moderators are done with what the reporter told. She is told that, and not how it was decided: it would say
     * whether her report was counted.
     */
    public boolean isDecided() {
        return switch (this) {
            case VALIDATED, MERGED, REJECTED, REFERRED, CLOSED -> true;
            case SCREENED, IN_REVIEW, NEEDS_INFO, WITHDRAWN, PURGED -> false;
        };
    }
}
