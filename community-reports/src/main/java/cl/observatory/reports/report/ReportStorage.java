package cl.observatory.reports.report;

import cl.observatory.reports.filing.FilingProof;
import cl.observatory.reports.filing.Filings;
import cl.observatory.reports.proof.Proof;
import cl.observatory.reports.receipt.Receipt;
import cl.observatory.reports.receipt.ReceiptSecret;
import cl.observatory.reports.screening.Screened;
import cl.observatory.reports.screening.Screening;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Screens a report, seals it and stores it, in this order. */
@ApplicationScoped
class ReportStorage {

    private final Screening screening;
    private final ReceiptHashes hashes;
    private final Seals seals;
    private final Filings filings;
    private final ReportRepository repository;

    ReportStorage(
            Screening screening, ReceiptHashes hashes, Seals seals, Filings filings, ReportRepository repository) {
        this.screening = screening;
        this.hashes = hashes;
        this.seals = seals;
        this.filings = filings;
        this.repository = repository;
    }

    /**
     * A report that is stored.
     *
     * @param proof empty when none was asked for
     */
    record Stored(Receipt receipt, List<Redaction> redactions, Optional<FilingProof> proof) {}

    Stored store(NewReport report, int lane, Filing filing, IdempotencyKey key, Optional<Proof> work) {
        Receipt receipt = hashes.derive(key, report.canonical(), filing);
        Screened screened = report.text() == null ? new Screened(null, Map.of()) : screening.screen(report.text());
        Optional<FilingProof> proof =
                report.asksForProof() ? Optional.of(filings.prove(receipt, screened.text())) : Optional.empty();
        UUID id = UUID.randomUUID();
        repository.insert(
                id,
                filing.isRelayed() ? hashes.provisional(receipt) : hashes.own(receipt),
                lane,
                seals.seal(content(report, screened, filing, receipt), id),
                work,
                proof);
        return new Stored(receipt, ReporterText.redactions(screened), proof);
    }

    private ReportContent content(NewReport report, Screened screened, Filing filing, Receipt receipt) {
        return new ReportContent(
                report.kind(),
                report.category(),
                report.commune(),
                report.occurredMonth(),
                report.frequency(),
                report.trend(),
                report.affectedGroups() == null ? List.of() : report.affectedGroups(),
                screened.text(),
                screened.found(),
                report.consentToAggregate(),
                filing.channel(),
                filing.partner(),
                report.language() == null ? "es" : report.language(),
                report.noticeVersion(),
                seals.today(),
                ReportContent.text(ReceiptSecret.replyKeyOf(receipt)));
    }
}
