package cl.observatory.reports.report;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.filing.FilingProof;
import cl.observatory.reports.filing.Filings;
import cl.observatory.reports.proof.Proof;
import cl.observatory.reports.proof.Proofs;
import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.Sealed;
import cl.observatory.reports.state.ReportState;
import cl.observatory.reports.transparency.Transparency;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reports as intake stores them. A change and the proof of work that is spent for it share one transaction, and a request
 * that comes again changes nothing.
 */
@ApplicationScoped
class ReportRepository {

    private final Jdbi jdbi;
    private final Proofs proofs;
    private final Filings filings;
    private final Transparency transparency;

    ReportRepository(Jdbi jdbi, Proofs proofs, Filings filings, Transparency transparency) {
        this.jdbi = jdbi;
        this.proofs = proofs;
        this.filings = filings;
        this.transparency = transparency;
    }

    /**
     * A report whose key may be there; the table forgets the receipts of those that are erased. Whatever a receipt is worth,
     * this is one statement; the database leaves out what has expired, since a row that came from it would be told by the time.
     */
    Optional<StoredReport> find(List<ReceiptHash> hashes, Epoch oldest) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, epoch, state, receipt_hash from report
                        where receipt_hash in (<hashes>) and epoch >= :oldest
                        """)
                .bindList("hashes", hashes.stream().map(ReceiptHash::bytes).toList())
                .bind("oldest", oldest.number())
                .map((row, context) -> new StoredReport(
                        row.getObject("id", UUID.class),
                        new Epoch(row.getInt("epoch")),
                        ReportState.valueOf(row.getString("state")),
                        new ReceiptHash(row.getBytes("receipt_hash"))))
                .findFirst());
    }

    /**
     * @throws ProblemException when the proof was spent for something else
     */
    void insert(
            UUID id,
            ReceiptHash receiptHash,
            int lane,
            Sealed sealed,
            Optional<Proof> work,
            Optional<FilingProof> proof) {
        jdbi.useTransaction(handle -> {
            boolean fresh = isFresh(handle, work);
            int inserted = handle.createUpdate("""
                            insert into report (id, receipt_hash, epoch, state, lane, sealed)
                            values (:id, :receiptHash, :epoch, 'SCREENED', :lane, :sealed)
                            on conflict (receipt_hash) do nothing
                            """)
                    .bind("id", id)
                    .bind("receiptHash", receiptHash.bytes())
                    .bind("epoch", sealed.epoch())
                    .bind("lane", lane)
                    .bind("sealed", sealed.bytes())
                    .execute();
            checkProof(inserted, fresh);
            if (inserted > 0) {
                transparency.received(handle);
                proof.ifPresent(leaf -> filings.file(handle, leaf));
            }
        });
    }

    List<UUID> additions(UUID report) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from addition where report_id = :report")
                .bind("report", report)
                .mapTo(UUID.class)
                .list());
    }

    /**
     * Adds to a report, and gives it back to moderators who asked.
     *
     * @throws ProblemException when the proof was spent for something else, or the report was withdrawn or decided
     *     meanwhile
     */
    void add(StoredReport report, UUID id, Sealed sealed, Optional<Proof> proof) {
        jdbi.useTransaction(handle -> {
            ReportState state = lock(handle, report);
            if (state.isDecided()) {
                throw new ProblemException(ReportsProblem.REPORT_CLOSED);
            }
            boolean fresh = isFresh(handle, proof);
            checkProof(insertAddition(handle, report, id, sealed), fresh);
            if (state == ReportState.NEEDS_INFO) {
                handle.createUpdate("update report set state = :state where id = :id")
                        .bind("state", ReportState.IN_REVIEW)
                        .bind("id", report.id())
                        .execute();
            }
        });
    }

    /** In the order in which they were written. */
    List<SealedMessage> messages(UUID report) {
        return jdbi.withHandle(handle -> messages(handle, report));
    }

    /** Erases what was told, upon which the table makes the receipt one that was never given. */
    void withdraw(StoredReport report) {
        jdbi.useTransaction(handle -> {
            lock(handle, report);
            handle.createUpdate("update report set state = :state, sealed = null where id = :id")
                    .bind("state", ReportState.WITHDRAWN)
                    .bind("id", report.id())
                    .execute();
            handle.createUpdate("delete from addition where report_id = :id")
                    .bind("id", report.id())
                    .execute();
            handle.createUpdate("delete from message where report_id = :id")
                    .bind("id", report.id())
                    .execute();
        });
    }

    /**
     * Puts another receipt in the place of the one under which the report is stored.
     *
     * @param addition tells moderators to which key they write now
     */
    void changeReceipt(
            StoredReport report,
            ReceiptHash newHash,
            UUID additionId,
            Sealed addition,
            Function<SealedMessage, byte[]> resealing) {
        jdbi.useTransaction(handle -> {
            lock(handle, report);
            for (SealedMessage message : messages(handle, report.id())) {
                handle.createUpdate("update message set sealed = :sealed where id = :id")
                        .bind("sealed", resealing.apply(message))
                        .bind("id", message.id())
                        .execute();
            }
            insertAddition(handle, report, additionId, addition);
            handle.createUpdate("update report set receipt_hash = :newHash where id = :id")
                    .bind("newHash", newHash.bytes())
                    .bind("id", report.id())
                    .execute();
        });
    }

    /**
     * @return its state, which stays until the transaction ends
     * @throws ProblemException when the receipt does not lead to it any more
     */
    private static ReportState lock(Handle handle, StoredReport report) {
        return handle.createQuery("select state from report where id = :id and receipt_hash = :hash for update")
                .bind("id", report.id())
                .bind("hash", report.receiptHash().bytes())
                .mapTo(ReportState.class)
                .findOne()
                .filter(state -> !state.isErased())
                .orElseThrow(() -> new ProblemException(ReportsProblem.UNKNOWN_REPORT));
    }

    private static int insertAddition(Handle handle, StoredReport report, UUID id, Sealed sealed) {
        return handle.createUpdate("""
                        insert into addition (id, report_id, epoch, sealed) values (:id, :report, :epoch, :sealed)
                        on conflict (id) do nothing
                        """)
                .bind("id", id)
                .bind("report", report.id())
                .bind("epoch", sealed.epoch())
                .bind("sealed", sealed.bytes())
                .execute();
    }

    private static List<SealedMessage> messages(Handle handle, UUID report) {
        return handle.createQuery("select id, number, sealed from message where report_id = :report order by number")
                .bind("report", report)
                .map((row, context) -> new SealedMessage(
                        row.getObject("id", UUID.class), row.getInt("number"), row.getBytes("sealed")))
                .list();
    }

    private boolean isFresh(Handle handle, Optional<Proof> proof) {
        return proof.isEmpty() || proofs.spend(handle, proof.get());
    }

    /** What was there already is the same request once more, and may bring the same proof. */
    private static void checkProof(int inserted, boolean fresh) {
        if (inserted > 0 && !fresh) {
            throw new ProblemException(ReportsProblem.PROOF_OF_WORK_SPENT);
        }
    }
}
