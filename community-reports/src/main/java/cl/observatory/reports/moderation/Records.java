package cl.observatory.reports.moderation;

import cl.observatory.reports.sealing.Epochs;
import cl.observatory.reports.tally.Fact;
import cl.observatory.reports.tally.Tallies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Records what was done, in the transaction that does it: counts for the month without a key of the report, then the audit.
 * Whoever records holds every other lock already.
 */
@ApplicationScoped
class Records {

    private final Tallies tallies;
    private final ModerationAudit audit;
    private final Epochs epochs;

    Records(Tallies tallies, ModerationAudit audit, Epochs epochs) {
        this.tallies = tallies;
        this.audit = audit;
        this.epochs = epochs;
    }

    /**
     * @return how many reports the caller has opened this day, with this one
     */
    int opening(Handle handle, SealedReport report, OpeningReason reason) {
        tallies.add(handle, new Fact.Opened());
        return audit.recordOpening(handle, report, reason);
    }

    /**
     * @param more what the month counts of it, besides how long it took
     */
    void decision(Handle handle, Action action, SealedReport report, Dossier dossier, Fact... more) {
        long days = ChronoUnit.DAYS.between(dossier.told().receivedOn(), epochs.today());
        Fact decided = new Fact.Decided(Math.toIntExact(days));
        tallies.add(handle, Stream.concat(Stream.of(decided), Stream.of(more)).toArray(Fact[]::new));
        audit.record(handle, action, report);
    }

    /** What no month counts. */
    void act(Handle handle, Action action, SealedReport report) {
        audit.record(handle, action, report);
    }
}
