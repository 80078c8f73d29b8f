package cl.observatory.reports.moderation;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.state.ReportState;
import cl.observatory.reports.tally.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Decisions about reports, each with its count, its message and its audit in one transaction. A valid report is counted when
 * it is found to be so, and whatever becomes of it later, not again.
 */
@ApplicationScoped
class Transitions {

    /** What another report can be merged into. */
    private static final Set<ReportState> STANDING = EnumSet.of(
            ReportState.SCREENED,
            ReportState.IN_REVIEW,
            ReportState.NEEDS_INFO,
            ReportState.VALIDATED,
            ReportState.REFERRED,
            ReportState.CLOSED);

    private final Jdbi jdbi;
    private final ReportAccess access;
    private final Proposals proposals;
    private final Letters letters;
    private final Records records;

    Transitions(Jdbi jdbi, ReportAccess access, Proposals proposals, Letters letters, Records records) {
        this.jdbi = jdbi;
        this.access = access;
        this.proposals = proposals;
        this.letters = letters;
        this.records = records;
    }

    /**
     * What became of a decision.
     *
     * @param waits whether a second person has to confirm it
     */
    record Outcome(QueueItem report, boolean waits) {}

    /**
     * @param version that the caller saw
     * @throws ProblemException when the caller has no such report, nothing is left of it, it has changed, its state does not
     *     allow the decision, or the caller may not make it alone
     */
    Outcome decide(UUID id, String version, NewTransition asked) {
        asked.check();
        return jdbi.inTransaction(handle -> {
            if (asked.mergedInto() != null) {
                access.lock(handle, id, asked.mergedInto());
            }
            SealedReport report = access.lock(handle, id, version);
            if (!asked.to().isAllowedFrom(report.state())) {
                throw new ProblemException(
                        ReportsProblem.STATE_NOT_ALLOWED,
                        report.state().name(),
                        asked.to().name());
            }
            boolean waits = decide(handle, report, access.open(report), asked);
            return new Outcome(access.shown(handle, id), waits);
        });
    }

    private boolean decide(Handle handle, SealedReport report, Dossier dossier, NewTransition asked) {
        Action action = asked.to().action();
        switch (asked.to()) {
            case IN_REVIEW -> {
                access.save(handle, report, ReportState.IN_REVIEW, dossier);
                records.act(handle, action, report);
            }
            case VALIDATED -> validate(handle, report, dossier, asked.confidence());
            case NEEDS_INFO -> {
                Dossier told = letters.ask(handle, report, dossier, asked.message());
                access.save(handle, report, ReportState.NEEDS_INFO, told);
                records.act(handle, action, report);
            }
            case MERGED -> merge(handle, report, dossier, asked.mergedInto());
            case REJECTED -> {
                Dossier rejected = dossier.with(dossier.notes().rejected(asked.reason()));
                access.decide(handle, report, ReportState.REJECTED, rejected);
                records.decision(
                        handle,
                        action,
                        report,
                        dossier,
                        new Fact.Rejected(asked.reason().name()));
            }
            case REFERRED -> {
                return refer(handle, report, dossier, asked.referral());
            }
            case CLOSED -> {
                var _ = proposals.end(handle, report, ProposalKind.REFERRAL);
                access.decide(handle, report, ReportState.CLOSED, dossier);
                records.act(handle, action, report);
            }
        }
        return false;
    }

    private void validate(Handle handle, SealedReport report, Dossier dossier, Confidence confidence) {
        Dossier validated = dossier.with(dossier.notes().validated(confidence));
        access.decide(handle, report, ReportState.VALIDATED, validated);
        if (dossier.told().consentToAggregate()) {
            Fact valid =
                    new Fact.Valid(dossier.told().category(), dossier.told().commune());
            records.decision(handle, Action.REPORT_VALIDATED, report, dossier, valid);
        } else {
            records.decision(handle, Action.REPORT_VALIDATED, report, dossier);
        }
    }

    private void merge(Handle handle, SealedReport report, Dossier dossier, UUID into) {
        SealedReport other = access.findOptional(handle, into)
                .filter(found -> STANDING.contains(found.state()) && !into.equals(report.id()))
                .orElseThrow(() -> new ProblemException(ReportsProblem.NOT_TO_BE_MERGED));
        Dossier standing = access.open(other);
        if (!standing.tellsOfTheSame(dossier)) {
            throw new ProblemException(ReportsProblem.NOT_TO_BE_MERGED);
        }
        access.save(handle, other, other.state(), standing.with(standing.notes().withDuplicate()));
        access.decide(
                handle, report, ReportState.MERGED, dossier.with(dossier.notes().merged(into)));
        records.decision(handle, Action.REPORT_MERGED, report, dossier);
    }

    /**
     * @return whether it waits for a second person
     */
    private boolean refer(Handle handle, SealedReport report, Dossier dossier, String why) {
        if (proposals.confirm(handle, report, ProposalKind.REFERRAL)) {
            access.decide(handle, report, ReportState.REFERRED, dossier);
            records.act(handle, Action.REFERRAL_CONFIRMED, report);
            return false;
        }
        access.save(handle, report, report.state(), dossier.with(dossier.notes().referred(why)));
        records.act(handle, Action.REFERRAL_PROPOSED, report);
        return true;
    }
}
