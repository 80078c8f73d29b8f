package cl.observatory.reports.report;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.proof.Proof;
import cl.observatory.reports.receipt.Receipt;
import cl.observatory.reports.screening.Screened;
import cl.observatory.reports.screening.Screening;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the reporter writes later: an answer to moderators, or more. It is stored once, however often it is sent. */
@ApplicationScoped
class Additions {

    private final Lookup lookup;
    private final Screening screening;
    private final AdditionIds ids;
    private final Seals seals;
    private final ReportRepository repository;

    Additions(Lookup lookup, Screening screening, AdditionIds ids, Seals seals, ReportRepository repository) {
        this.lookup = lookup;
        this.screening = screening;
        this.ids = ids;
        this.seals = seals;
        this.repository = repository;
    }

    /**
     * @return what was replaced in the text
     * @throws ProblemException when the receipt leads to nothing or is to be changed first, the report is closed or has all
     *     the additions it may have, or the proof was spent for something else
     */
    List<Redaction> add(Receipt receipt, String text, IdempotencyKey key, Optional<Proof> proof) {
        StoredReport report = lookup.findOwn(receipt);
        if (report.state().isDecided()) {
            throw new ProblemException(ReportsProblem.REPORT_CLOSED);
        }
        UUID id = ids.of(report, key, text);
        List<UUID> there = repository.additions(report.id());
        Screened screened = screening.screen(text);
        if (!there.contains(id)) {
            ids.checkBound(there.size());
            AdditionContent content =
                    AdditionContent.text(there.size() + 1, screened.text(), screened.found(), seals.today());
            repository.add(report, id, seals.seal(content, id), proof);
        }
        return ReporterText.redactions(screened);
    }
}
