package cl.observatory.reports.moderation;

import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Words to reporters: screened as theirs are, then sealed to the key that their receipt gives, and, for moderators, with the
 * report.
 */
@ApplicationScoped
class Messages {

    private final Jdbi jdbi;
    private final ReportAccess access;
    private final Letters letters;
    private final Records records;

    Messages(Jdbi jdbi, ReportAccess access, Letters letters, Records records) {
        this.jdbi = jdbi;
        this.access = access;
        this.letters = letters;
        this.records = records;
    }

    /**
     * @param version that the caller saw
     * @throws ProblemException when the caller has no such report, nothing is left of it, it has changed, or there is no room
     */
    SentMessage send(UUID id, String version, String text) {
        return jdbi.inTransaction(handle -> {
            SealedReport report = access.lock(handle, id, version);
            Letters.Written written = letters.write(handle, report, access.open(report), text);
            access.save(handle, report, report.state(), written.dossier());
            records.act(handle, Action.MESSAGE_SENT, report);
            return new SentMessage(access.shown(handle, id), written.redactions());
        });
    }
}
