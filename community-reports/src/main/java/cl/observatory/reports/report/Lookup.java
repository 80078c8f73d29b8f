package cl.observatory.reports.report;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.receipt.Receipt;
import cl.observatory.reports.sealing.Epochs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds a report by its receipt. That it was never given, was withdrawn or has expired is one failure, of the same work. */
@ApplicationScoped
class Lookup {

    private final ReceiptHashes hashes;
    private final ReportRepository repository;
    private final Epochs epochs;

    Lookup(ReceiptHashes hashes, ReportRepository repository, Epochs epochs) {
        this.hashes = hashes;
        this.repository = repository;
        this.epochs = epochs;
    }

    /**
     * A report that is there.
     *
     * @param receiptToBeChanged whether whoever relayed it knows the receipt
     */
    record Found(StoredReport report, boolean receiptToBeChanged) {}

    /**
     * @throws ProblemException when the receipt leads to nothing
     */
    Found find(Receipt receipt) {
        ReceiptHash provisional = hashes.provisional(receipt);
        StoredReport report = find(List.of(hashes.own(receipt), provisional));
        return new Found(report, report.receiptHash().equals(provisional));
    }

    /**
     * @throws ProblemException when the receipt leads to nothing, or is not the reporter's alone
     */
    StoredReport findOwn(Receipt receipt) {
        Found found = find(receipt);
        if (found.receiptToBeChanged()) {
            throw new ProblemException(ReportsProblem.RECEIPT_TO_BE_CHANGED);
        }
        return found.report();
    }

    /**
     * @throws ProblemException when there is nothing under these hashes
     */
    StoredReport find(List<ReceiptHash> receiptHashes) {
        return repository
                .find(receiptHashes, epochs.oldestOpen())
                .orElseThrow(() -> new ProblemException(ReportsProblem.UNKNOWN_REPORT));
    }
}
