package cl.observatory.reports.report;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.receipt.Receipt;
import cl.observatory.reports.receipt.ReceiptSecret;
import cl.observatory.reports.sealing.ReplyKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Gives the reporter a receipt that whoever relayed the report does not know. What moderators wrote until then is sealed to
 * it anew, and the one of before leads to nothing any more.
 */
@ApplicationScoped
class ReceiptChange {

    private final Lookup lookup;
    private final ReceiptHashes hashes;
    private final Seals seals;
    private final ReportRepository repository;

    ReceiptChange(Lookup lookup, ReceiptHashes hashes, Seals seals, ReportRepository repository) {
        this.lookup = lookup;
        this.hashes = hashes;
        this.seals = seals;
        this.repository = repository;
    }

    /**
     * @return the new receipt; the same when the request is repeated
     * @throws ProblemException when the receipt leads to nothing, or is the reporter's alone already
     */
    Receipt change(Receipt receipt, IdempotencyKey key) {
        Receipt changed = hashes.derive(key, receipt.text());
        ReceiptHash own = hashes.own(receipt);
        ReceiptHash newHash = hashes.own(changed);
        StoredReport report = lookup.find(List.of(own, hashes.provisional(receipt), newHash));
        if (report.receiptHash().equals(own)) {
            throw new ProblemException(ReportsProblem.RECEIPT_NOT_TO_BE_CHANGED);
        }
        if (!report.receiptHash().equals(newHash)) {
            change(report, newHash, ReceiptSecret.of(receipt), ReceiptSecret.replyKeyOf(changed));
        }
        return changed;
    }

    private void change(StoredReport report, ReceiptHash newHash, ReceiptSecret before, ReplyKey replyKey) {
        UUID id = UUID.randomUUID();
        // nobody can add to the report before its receipt is changed
        AdditionContent content = AdditionContent.changedReceipt(1, replyKey, seals.today());
        repository.changeReceipt(
                report, newHash, id, seals.seal(content, id), message -> message.reseal(before, replyKey));
    }
}
