package cl.observatory.reports.report;

import cl.observatory.reports.guidance.Priority;
import cl.observatory.reports.lane.Lanes;
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
    private final Lanes lanes;
    private final ReportRepository repository;

    ReportStorage(Screening screening, ReceiptHashes hashes, Seals seals, Lanes lanes, ReportRepository repository) {
        this.screening = screening;
        this.hashes = hashes;
        this.seals = seals;
        this.lanes = lanes;
        this.repository = repository;
    }

    /** A report that is stored. */
    record Stored(Receipt receipt, List<Redaction> redactions) {}

    Stored store(NewReport report, Priority priority, Filing filing, IdempotencyKey key, Optional<Proof> proof) {
        Receipt receipt = hashes.derive(key, report.canonical(), filing);
        Screened screened = report.text() == null ? new Screened(null, Map.of()) : screening.screen(report.text());
        UUID id = UUID.randomUUID();
        repository.insert(
                id,
                filing.isRelayed() ? hashes.provisional(receipt) : hashes.own(receipt),
                lanes.of(priority, report.commune()),
                seals.seal(content(report, screened, filing, receipt), id),
                proof);
        return new Stored(receipt, ReporterText.redactions(screened));
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
                ReportContent.text(ReceiptSecret.of(receipt).replyKey()));
    }
}
