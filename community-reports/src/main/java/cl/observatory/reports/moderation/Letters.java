package cl.observatory.reports.moderation;

import cl.observatory.reports.screening.Kind;
import cl.observatory.reports.screening.Screened;
import cl.observatory.reports.screening.Screening;
import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.Epochs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes to reporters, in the transaction of whoever wants it. */
@ApplicationScoped
class Letters {

    private final Screening screening;
    private final Epochs epochs;
    private final ReportRepository reports;
    private final DateRepository dates;
    private final ModerationConfig config;

    Letters(
            Screening screening,
            Epochs epochs,
            ReportRepository reports,
            DateRepository dates,
            ModerationConfig config) {
        this.screening = screening;
        this.epochs = epochs;
        this.reports = reports;
        this.dates = dates;
        this.config = config;
    }

    /**
     * A message that is stored.
     *
     * @param dossier the report with it, for moderators
     * @param redactions what was replaced in its text
     */
    record Written(Dossier dossier, Map<Kind, Integer> redactions) {}

    Written write(Handle handle, SealedReport report, Dossier dossier, String text) {
        Screened screened = screening.screen(text);
        Notes notes = dossier.notes().told(new Notes.Told(epochs.today(), screened.text()));
        UUID id = UUID.randomUUID();
        reports.addMessage(
                handle,
                id,
                report.id(),
                notes.messages().size(),
                dossier.replyKey().seal(screened.text(), id));
        return new Written(dossier.with(notes), screened.found());
    }

    /** A message that waits for an answer: until the end of the week in which the time to answer ends. */
    Dossier ask(Handle handle, SealedReport report, Dossier dossier, String text) {
        dates.awaitAnswer(handle, report.id(), Epoch.of(epochs.today().plus(config.answerWithin())));
        return write(handle, report, dossier, text).dossier();
    }
}
