package cl.observatory.audit;

import java.util.Optional;

/** Goes along the chain from its beginning and remembers the first place at which it does not hold. */
final class Chain {

    private final Optional<AuditHead> kept;
    private AuditHead last = AuditHead.START;
    private Verification.Broken broken;

    /**
     * @param kept an end of the chain that was kept elsewhere
     */
    Chain(Optional<AuditHead> kept) {
        this.kept = kept;
        compareWithKept();
    }

    /**
     * The entry of the next number.
     *
     * @param hash that is stored with it
     */
    void add(AuditEntry entry, String hash) {
        if (broken != null) {
            return;
        }
        long expected = last.sequence() + 1;
        long sequence = entry.sequence();
        if (sequence > expected) {
            breakAt(expected, Verification.Cause.MISSING);
        } else if (sequence < expected) {
            breakAt(sequence, Verification.Cause.INSERTED);
        } else if (!entry.hash(last.hash()).equals(hash)) {
            breakAt(sequence, Verification.Cause.CHANGED);
        } else {
            last = new AuditHead(sequence, hash);
            compareWithKept();
        }
    }

    /**
     * @param head the end of the chain as its writers left it; empty when that is gone
     */
    Verification end(Optional<AuditHead> head) {
        head.ifPresentOrElse(this::compareWithHead, () -> breakAt(last.sequence(), Verification.Cause.HEAD_CHANGED));
        kept.filter(end -> end.sequence() > last.sequence())
                .ifPresent(end -> breakAt(last.sequence() + 1, Verification.Cause.MISSING));
        return new Verification(broken == null, last.sequence(), last.toString(), broken);
    }

    private void compareWithHead(AuditHead head) {
        if (head.sequence() > last.sequence()) {
            breakAt(last.sequence() + 1, Verification.Cause.MISSING);
        } else if (head.sequence() < last.sequence()) {
            breakAt(head.sequence() + 1, Verification.Cause.INSERTED);
        } else if (!head.equals(last)) {
            breakAt(last.sequence(), Verification.Cause.HEAD_CHANGED);
        }
    }

    private void compareWithKept() {
        kept.filter(end -> end.sequence() == last.sequence() && !end.equals(last))
                .ifPresent(end -> breakAt(end.sequence(), Verification.Cause.REWRITTEN));
    }

    /** The first break is the one that is told: behind it nothing can be said. */
    private void breakAt(long sequence, Verification.Cause cause) {
        if (broken == null) {
            broken = new Verification.Broken(sequence, cause);
        }
    }
}
