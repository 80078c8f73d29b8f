package cl.observatory.reports.report;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.filing.FilingPath;
import cl.observatory.reports.filing.Filings;
import cl.observatory.reports.guidance.Guidance;
import cl.observatory.reports.receipt.Receipt;
import cl.observatory.reports.receipt.ReceiptSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the holder of a receipt does with a report: look and withdraw. */
@ApplicationScoped
class OwnReports {

    /** Bytes of messages in one answer, so that the rest of it fits an envelope too; one message always does. */
    private static final int ROOM = 12_000;

    /** A quotation mark or a line end is two characters in JSON. */
    private static final int ESCAPED = 2;

    private final Lookup lookup;
    private final ReportRepository repository;
    private final Guidance guidance;
    private final Filings filings;

    OwnReports(Lookup lookup, ReportRepository repository, Guidance guidance, Filings filings) {
        this.lookup = lookup;
        this.repository = repository;
        this.guidance = guidance;
        this.filings = filings;
    }

    /**
     * @param before only messages of a lower number; null for all
     * @throws ProblemException when the receipt leads to nothing
     */
    ReportStatus status(Receipt receipt, Integer before) {
        Lookup.Found found = lookup.find(receipt);
        if (found.receiptToBeChanged()) {
            return status(ReporterState.RECEIPT_TO_BE_CHANGED, List.of(), null);
        }
        ReceiptSecret secret = ReceiptSecret.of(receipt);
        List<ReportStatus.Message> shown = new ArrayList<>();
        int room = ROOM;
        for (SealedMessage message : repository.messages(found.report().id()).reversed()) {
            if (before != null && message.number() >= before) {
                continue;
            }
            String text = message.open(secret);
            room -= ESCAPED * text.getBytes(StandardCharsets.UTF_8).length;
            if (room < 0 && !shown.isEmpty()) {
                return status(
                        ReporterState.of(found.report().state()),
                        shown,
                        shown.getLast().number());
            }
            shown.add(new ReportStatus.Message(message.number(), text));
        }
        return status(ReporterState.of(found.report().state()), shown, null);
    }

    private ReportStatus status(ReporterState state, List<ReportStatus.Message> messages, Integer olderBefore) {
        return new ReportStatus(state, messages, olderBefore, guidance.advice(state.nextStep()));
    }

    /**
     * The way from her leaf to the root of its day.
     *
     * @throws ProblemException when the receipt leads to nothing, or is to be changed first
     */
    FilingPath filingPath(Receipt receipt) {
        lookup.findOwn(receipt);
        return filings.path(receipt);
    }

    /**
     * Erases what was told. Signals of closed months stay as they are.
     *
     * @throws ProblemException when the receipt leads to nothing, or is to be changed first
     */
    void withdraw(Receipt receipt) {
        repository.withdraw(lookup.findOwn(receipt));
    }
}
