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

    /**
     * The proof is spent, the report stored and its month counted by one statement, which is a transaction by itself: the
     * ways to the database and back are a large part of what a report costs. A proof that is being spent by another request
     * is waited for.
     */
    private static final String SUBMIT = """
            with spent as (
                insert into spent_proof (hash, day)
                select decode(:proof, 'hex'), cast(:day as date) where cast(:proof as text) is not null
                on conflict (hash) do nothing
                returning hash
            ), stored as (
                insert into report (id, receipt_hash, epoch, state, lane, sealed)
                select :id, :receiptHash, :epoch, 'SCREENED', :lane, :sealed
                where cast(:proof as text) is null or exists (select from spent)
                on conflict (receipt_hash) do nothing
                returning id
            ), counted as (
                insert into received (month) select cast(:month as date) from stored
            )
            select exists (select from stored)
            """;

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
        if (proof.isEmpty()) {
            jdbi.useHandle(handle -> submit(handle, id, receiptHash, lane, sealed, work));
            return;
        }
        jdbi.useTransaction(handle -> {
            if (submit(handle, id, receiptHash, lane, sealed, work)) {
                filings.file(handle, proof.get());
            }
        });
    }

    /**
     * @return whether it was stored now, and not when the same request came before
     */
    private boolean submit(
            Handle handle, UUID id, ReceiptHash receiptHash, int lane, Sealed sealed, Optional<Proof> work) {
        boolean stored = handle.createQuery(SUBMIT)
                .bind("proof", work.map(Proof::hash).orElse(null))
                .bind("day", work.map(Proof::day).orElse(null))
                .bind("id", id)
                .bind("receiptHash", receiptHash.bytes())
                .bind("epoch", sealed.epoch())
                .bind("lane", lane)
                .bind("sealed", sealed.bytes())
                .bind("month", transparency.month())
                .mapTo(Boolean.class)
                .one();
        if (!stored && !isStored(handle, receiptHash)) {
            throw new ProblemException(ReportsProblem.PROOF_OF_WORK_SPENT);
        }
        return stored;
    }

    /** What was there already is the same request once more, and may bring the same proof. */
    private static boolean isStored(Handle handle, ReceiptHash receiptHash) {
        return handle.createQuery("select exists (select from report where receipt_hash = :hash)")
                .bind("hash", receiptHash.bytes())
                .mapTo(Boolean.class)
                .one();
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
