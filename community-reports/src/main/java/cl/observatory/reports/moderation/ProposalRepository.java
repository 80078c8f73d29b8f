package cl.observatory.reports.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What waits for a second person, in the transaction of whoever asks. */
@ApplicationScoped
class ProposalRepository {

    Optional<Proposal> find(Handle handle, UUID report, ProposalKind kind) {
        return handle.createQuery("select principal, day from proposal where report_id = :report and kind = :kind")
                .bind("report", report)
                .bind("kind", kind.name())
                .map((row, context) -> new Proposal(row.getString("principal"), row.getObject("day", LocalDate.class)))
                .findOne();
    }

    void add(Handle handle, UUID report, ProposalKind kind, Proposal proposal) {
        handle.createUpdate("""
                        insert into proposal (report_id, kind, principal, day) values (:report, :kind, :principal, :day)
                        """)
                .bind("report", report)
                .bind("kind", kind.name())
                .bind("principal", proposal.principal())
                .bind("day", proposal.day())
                .execute();
    }

    /** Whether there was one. */
    boolean remove(Handle handle, UUID report, ProposalKind kind) {
        return handle.createUpdate("delete from proposal where report_id = :report and kind = :kind")
                        .bind("report", report)
                        .bind("kind", kind.name())
                        .execute()
                > 0;
    }
}
