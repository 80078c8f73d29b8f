package cl.observatory.reports.filing;

import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.receipt.Receipt;
import cl.observatory.reports.receipt.Receipts;
import cl.observatory.reports.sealing.Epochs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Proofs of filing, from the request for one until the link between report and leaf is gone. A leaf is stored in the
 * transaction of its report.
 *
 * <pre>
 *  filed ── the day ends ──▶ in the tree of the day ── 30 days ──▶ the leaves are gone, the root stays
 * </pre>
 */
@ApplicationScoped
public class Filings {

    /** How long a path is told, counted from the day of its tree. */
    public static final int PATH_DAYS = 30;

    /** In bytes of JSON, so that all else fits an answer too: 2,000 characters of Spanish always do. */
    private static final int LONGEST = 4_800;

    private final Receipts receipts;
    private final Epochs epochs;
    private final FilingRepository repository;

    Filings(Receipts receipts, Epochs epochs, FilingRepository repository) {
        this.receipts = receipts;
        this.epochs = epochs;
        this.repository = repository;
    }

    /** The oldest day of which paths are told. */
    public static LocalDate oldestDay(LocalDate today) {
        return today.minusDays(PATH_DAYS);
    }

    /**
     * The same for the same receipt and text.
     *
     * @throws ProblemException when the text would not fit an answer
     */
    public FilingProof prove(Receipt receipt, String screened) {
        FilingProof proof = FilingProof.of(receipts, receipt, screened);
        if (proof.length() > LONGEST) {
            throw new ProblemException(ReportsProblem.REPORT_INVALID)
                    .withFaults(List.of(Fault.inBody("/proofOfFiling", "PROOF_TEXT_TOO_LONG")));
        }
        return proof;
    }

    /** Stores the leaf, in the transaction that stores the report for the first time. */
    public void file(Handle handle, FilingProof proof) {
        repository.insert(handle, proof, epochs.today());
    }

    /**
     * @param receipt of a report that is there
     */
    public FilingPath path(Receipt receipt) {
        return repository
                .find(FilingProof.mark(receipts, receipt))
                .map(this::path)
                .orElseGet(FilingPath::none);
    }

    private FilingPath path(FilingRepository.Place found) {
        if (found.place() == null) {
            return FilingPath.waiting();
        }
        return found.day().isBefore(oldestDay(epochs.today()))
                ? FilingPath.none()
                : FilingPath.of(found.day(), found.place(), repository.leaves(found.day()));
    }
}
